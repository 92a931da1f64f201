package org.dovetail.plugin.cosmicrays;

import java.util.Arrays;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskedImage;

/** L.A.Cosmic written down step by step over whole images, for images without missing pixels. */
final class PlainLaplacian {

    private final int width;
    private final int height;
    private final double[] image;
    private final double[] variance;
    private final boolean[] hit;

    PlainLaplacian(MaskedImage masked) {
        width = masked.width();
        height = masked.height();
        image = values(masked.science());
        variance = values(masked.variance());
        hit = new boolean[image.length];
    }

    private static double[] values(Image image) {
        float[] pixels = image.toArray();
        double[] values = new double[pixels.length];
        Arrays.setAll(values, i -> pixels[i]);
        return values;
    }

    Mask find(double sigclip, double sigfrac, double regrow, double objlim, int iterations) {
        boolean[] replaced = new boolean[image.length];
        for (int i = 0; i < iterations; i++) {
            double[] noise = median(variance, 2);
            Arrays.setAll(noise, k -> Math.sqrt(noise[k]));
            double[] s = laplacian();
            Arrays.setAll(s, k -> s[k] / (2 * noise[k]));
            double[] smooth = median(s, 2);
            double[] sharp = new double[s.length];
            Arrays.setAll(sharp, k -> s[k] - smooth[k]);
            double[] small = median(image, 1);
            double[] large = median(small, 3);
            boolean[] found = new boolean[s.length];
            for (int k = 0; k < s.length; k++) {
                double structure = Math.max(0.01, (small[k] - large[k]) / noise[k]);
                found[k] = !hit[k] && sharp[k] > sigclip && sharp[k] > objlim * structure;
            }
            found = grown(found, sharp, sigclip);
            found = grown(found, sharp, sigfrac * sigclip);
            boolean[] again = grown(replaced, sharp, regrow);
            for (int k = 0; k < s.length; k++) {
                found[k] = (found[k] || again[k]) && !hit[k];
            }
            replace(found);
            replaced = found;
        }
        int[] bits = new int[hit.length];
        Mask clear = Mask.clear(width, height);
        Arrays.setAll(bits, k -> hit[k] ? clear.planes().bits("CR") : 0);
        return Mask.wrap(width, height, clear.planes(), bits);
    }

    private void replace(boolean[] found) {
        for (int k = 0; k < hit.length; k++) {
            hit[k] |= found[k];
        }
        double[] science = image.clone();
        double[] noise = variance.clone();
        for (int k = 0; k < hit.length; k++) {
            if (found[k]) {
                image[k] = around(science, k, 2, false);
                variance[k] = around(noise, k, 2, false);
            }
        }
    }

    private double[] laplacian() {
        double[] average = new double[image.length];
        for (int v = 0; v < 2 * height; v++) {
            for (int u = 0; u < 2 * width; u++) {
                double value = 4 * sub(u, v)
                        - sub(u - 1, v)
                        - sub(u + 1, v)
                        - sub(u, v - 1)
                        - sub(u, v + 1);
                average[v / 2 * width + u / 2] += Math.max(0, value) / 4;
            }
        }
        return average;
    }

    /** A value of the image subsampled by two; beyond an edge, that of the pixel at the edge. */
    private double sub(int u, int v) {
        int x = Math.min(width - 1, Math.max(0, Math.floorDiv(u, 2)));
        int y = Math.min(height - 1, Math.max(0, Math.floorDiv(v, 2)));
        return image[y * width + x];
    }

    private boolean[] grown(boolean[] seeds, double[] sharp, double limit) {
        boolean[] grown = seeds.clone();
        for (int k = 0; k < seeds.length; k++) {
            for (int y = k / width - 1; y <= k / width + 1 && sharp[k] > limit; y++) {
                for (int x = k % width - 1; x <= k % width + 1; x++) {
                    boolean inside = x >= 0 && x < width && y >= 0 && y < height;
                    grown[k] |= inside && !hit[k] && seeds[y * width + x];
                }
            }
        }
        return grown;
    }

    private double[] median(double[] plane, int reach) {
        double[] medians = new double[plane.length];
        Arrays.setAll(medians, k -> around(plane, k, reach, true));
        return medians;
    }

    private double around(double[] plane, int pixel, int reach, boolean all) {
        double[] window = new double[(2 * reach + 1) * (2 * reach + 1)];
        int count = 0;
        for (int y = pixel / width - reach; y <= pixel / width + reach; y++) {
            for (int x = pixel % width - reach; x <= pixel % width + reach; x++) {
                boolean inside = x >= 0 && x < width && y >= 0 && y < height;
                if (inside && (all || !hit[y * width + x])) {
                    window[count++] = plane[y * width + x];
                }
            }
        }
        Arrays.sort(window, 0, count);
        return count == 0 ? plane[pixel] : (window[(count - 1) / 2] + window[count / 2]) / 2;
    }
}
