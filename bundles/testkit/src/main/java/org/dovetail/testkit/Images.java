package org.dovetail.testkit;

import java.util.Random;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;

/** Small images for tests. */
public final class Images {

    private Images() {}

    /** A function of the pixel. */
    @FunctionalInterface
    public interface PixelFunction {

        /** Returns the value at a column and a row. */
        double at(int x, int y);
    }

    /** Makes an image of a function of the pixel. */
    public static Image of(int width, int height, PixelFunction function) {
        float[] pixels = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (float) function.at(x, y);
            }
        }
        return Image.wrap(width, height, pixels);
    }

    /** Makes an image with the same value everywhere. */
    public static Image constant(int width, int height, double value) {
        return Image.constant(width, height, (float) value);
    }

    /** Makes an image of one row. */
    public static Image row(double... values) {
        return of(values.length, 1, (x, y) -> values[x]);
    }

    /** Makes an image that is 0 but for one pixel. */
    public static Image impulse(int width, int height, int x, int y, double value) {
        return of(width, height, (column, row) -> column == x && row == y ? value : 0);
    }

    /**
     * Makes an image of Gaussian noise.
     *
     * @param seed equal seeds give equal images
     * @param width the number of columns
     * @param height the number of rows
     * @param level the mean
     * @param scatter the standard deviation
     * @return the image
     */
    public static Image noise(long seed, int width, int height, double level, double scatter) {
        Random random = new Random(seed);
        return of(width, height, (x, y) -> level + scatter * random.nextGaussian());
    }

    /** Returns an image with some pixel replaced. */
    public static Image with(Image image, int x, int y, double value) {
        float[] pixels = image.toArray();
        pixels[y * image.width() + x] = (float) value;
        return Image.wrap(image.width(), image.height(), pixels);
    }

    /** Returns an image with a constant added to every pixel. */
    public static Image plus(Image image, double pedestal) {
        return of(image.width(), image.height(), (x, y) -> image.get(x, y) + (float) pedestal);
    }

    /** Returns the differences of two images of one size. */
    public static Image minus(Image one, Image other) {
        return of(one.width(), one.height(), (x, y) -> one.get(x, y) - other.get(x, y));
    }

    /** Returns the mean of all values. */
    public static double mean(Image image) {
        double sum = 0;
        for (float value : image.toArray()) {
            sum += value;
        }
        return sum / image.box().area();
    }

    /** Returns a masked image with one more pixel marked in a plane, such as {@code BAD}. */
    public static MaskedImage marked(MaskedImage image, String plane, int x, int y) {
        Mask mask = image.mask();
        MaskPlanes planes = mask.planes().with(plane);
        int[] bits = mask.toArray();
        bits[y * mask.width() + x] |= planes.bits(plane);
        return image.withMask(Mask.wrap(mask.width(), mask.height(), planes, bits));
    }

    /** Returns the greatest absolute difference of two images; NaN pairs count as equal. */
    public static double difference(Image one, Image other) {
        if (!one.sameSize(other)) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                double a = one.get(x, y);
                double b = other.get(x, y);
                if (Double.compare(a, b) != 0) {
                    double difference = Math.abs(a - b);
                    most = difference >= 0 ? Math.max(most, difference) : Double.POSITIVE_INFINITY;
                }
            }
        }
        return most;
    }
}
