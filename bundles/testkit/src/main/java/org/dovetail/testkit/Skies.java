package org.dovetail.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskedImage;

/**
 * A synthetic sky whose truth is known: stars of Gaussian profile on a sloping sky, with photon and
 * read noise, in electrons.
 *
 * @param image what a perfect camera of gain 1 sees; the variance plane is the truth
 * @param noiseless the same without noise
 * @param stars the truth
 * @param sky the sky level at the center, in electrons
 * @param noise the standard deviation of a sky pixel at the center, in electrons
 * @param fwhm full width of the stars at half maximum, in pixels
 */
public record Skies(
        MaskedImage image,
        Image noiseless,
        List<Star> stars,
        double sky,
        double noise,
        double fwhm) {

    /**
     * A star.
     *
     * @param x column, in pixels; 0 is the center of the first
     * @param y row, in pixels
     * @param flux in electrons
     */
    public record Star(double x, double y, double flux) {}

    /** Starts a description of a sky; the seed fixes everything. */
    public static Builder seeded(long seed) {
        return new Builder(seed);
    }

    /** Describes a sky: 256 x 256 pixels, 40 isolated stars, 1000 electrons of sky. */
    public static final class Builder {

        private final Random random;
        private int width = 256;
        private int height = 256;
        private int count = 40;
        private double faintest = 2_000;
        private double brightest = 100_000;
        private double level = 1000;
        private double slope;
        private double readNoise = 7;
        private double fullWidth = 3.5;
        private int margin = 16;
        private double separation = 24;

        private Builder(long seed) {
            random = new Random(seed);
        }

        /** Sets the size, in pixels. */
        public Builder size(int columns, int rows) {
            width = columns;
            height = rows;
            return this;
        }

        /** Sets the number of stars; fewer if they do not fit. */
        public Builder stars(int number) {
            count = number;
            return this;
        }

        /** Sets the range of fluxes, in electrons; uniform in magnitude. */
        public Builder fluxes(double least, double most) {
            faintest = least;
            brightest = most;
            return this;
        }

        /** Sets the sky level at the center, in electrons. */
        public Builder sky(double electrons) {
            level = electrons;
            return this;
        }

        /** Sets by how much the sky rises from corner to corner, as a fraction of its level. */
        public Builder slope(double fraction) {
            slope = fraction;
            return this;
        }

        /** Sets the read noise, in electrons. */
        public Builder readNoise(double electrons) {
            readNoise = electrons;
            return this;
        }

        /** Sets the full width of the stars at half maximum, in pixels. */
        public Builder fwhm(double pixels) {
            fullWidth = pixels;
            return this;
        }

        /** Sets how far stars stay from the edge and from each other, in pixels. */
        public Builder spacing(int edge, double other) {
            margin = edge;
            separation = other;
            return this;
        }

        /** Makes the sky. */
        public Skies build() {
            List<Star> stars = place();
            float[] mean = new float[width * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double across = (x + 0.5) / width + (y + 0.5) / height - 1;
                    mean[y * width + x] = (float) (level * (1 + slope * across / 2));
                }
            }
            stars.forEach(star -> render(star, mean));
            float[] pixels = new float[mean.length];
            float[] variance = new float[mean.length];
            for (int i = 0; i < mean.length; i++) {
                variance[i] = (float) (mean[i] + readNoise * readNoise);
                pixels[i] = (float) (mean[i] + Math.sqrt(variance[i]) * random.nextGaussian());
            }
            return new Skies(
                    new MaskedImage(
                            Image.wrap(width, height, pixels),
                            Mask.clear(width, height),
                            Image.wrap(width, height, variance)),
                    Image.wrap(width, height, mean),
                    stars,
                    level,
                    Math.sqrt(level + readNoise * readNoise),
                    fullWidth);
        }

        private List<Star> place() {
            List<Star> stars = new ArrayList<>();
            for (int attempt = 0; stars.size() < count && attempt < 100 * count; attempt++) {
                double x = margin + random.nextDouble() * (width - 1 - 2 * margin);
                double y = margin + random.nextDouble() * (height - 1 - 2 * margin);
                double flux = faintest * Math.pow(brightest / faintest, random.nextDouble());
                if (stars.stream().allMatch(s -> Math.hypot(s.x - x, s.y - y) >= separation)) {
                    stars.add(new Star(x, y, flux));
                }
            }
            return List.copyOf(stars);
        }

        private void render(Star star, float[] into) {
            double sigma = fullWidth / 2.3548200450309493;
            int reach = (int) Math.ceil(6 * sigma);
            int centerX = (int) Math.rint(star.x);
            int centerY = (int) Math.rint(star.y);
            for (int y = Math.max(0, centerY - reach);
                    y <= Math.min(height - 1, centerY + reach);
                    y++) {
                for (int x = Math.max(0, centerX - reach);
                        x <= Math.min(width - 1, centerX + reach);
                        x++) {
                    double dx = x - star.x;
                    double dy = y - star.y;
                    double profile = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma))
                            / (2 * Math.PI * sigma * sigma);
                    into[y * width + x] += (float) (star.flux * profile);
                }
            }
        }
    }

    /** Returns the star nearest to a point, if one is within some distance, in pixels. */
    public Optional<Star> near(double x, double y, double distance) {
        return stars.stream()
                .filter(star -> Math.hypot(star.x - x, star.y - y) <= distance)
                .min((a, b) ->
                        Double.compare(Math.hypot(a.x - x, a.y - y), Math.hypot(b.x - x, b.y - y)));
    }
}
