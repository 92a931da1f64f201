package org.dovetail.testkit.measurement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.dovetail.image.Image;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.detection.Footprint;
import org.dovetail.testkit.Images;

/** Detections for tests of measurements: plain, slow and sure. */
public final class DetectionsOf {

    private static final double[] KERNEL = {0.25, 0.5, 0.25};

    private DetectionsOf() {}

    /**
     * Finds all groups of pixels above a threshold that touch by edge or corner.
     *
     * @param filtered the image to look in; pixels that are not finite are in no group
     * @param threshold what pixels must exceed, in the unit of the image
     * @param minArea the least number of pixels of a group
     * @return the groups, sorted by their first pixel
     */
    public static Detections threshold(Image filtered, double threshold, int minArea) {
        int width = filtered.width();
        BitSet rest = new BitSet();
        for (int i = 0; i < width * filtered.height(); i++) {
            float value = filtered.get(i % width, i / width);
            rest.set(i, Float.isFinite(value) && value > threshold);
        }
        List<Footprint> footprints = new ArrayList<>();
        for (int seed = rest.nextSetBit(0); seed >= 0; seed = rest.nextSetBit(seed + 1)) {
            int[] pixels = take(rest, seed, width, filtered.height());
            if (pixels.length >= minArea) {
                footprints.add(footprint(filtered, pixels));
            }
        }
        return Detections.of(filtered, footprints, threshold);
    }

    private static int[] take(BitSet rest, int seed, int width, int height) {
        List<Integer> pixels = new ArrayList<>();
        ArrayDeque<Integer> next = new ArrayDeque<>(List.of(seed));
        rest.clear(seed);
        while (!next.isEmpty()) {
            int pixel = next.remove();
            pixels.add(pixel);
            for (int i = 0; i < 9; i++) {
                int x = pixel % width + i % 3 - 1;
                int y = pixel / width + i / 3 - 1;
                boolean inside = x >= 0 && x < width && y >= 0 && y < height;
                if (inside && rest.get(y * width + x)) {
                    rest.clear(y * width + x);
                    next.add(y * width + x);
                }
            }
        }
        return pixels.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /**
     * Makes a footprint of pixels.
     *
     * @param filtered the image, for the peak
     * @param pixels row times width plus column of each pixel, sorted
     * @return the footprint
     */
    public static Footprint footprint(Image filtered, int... pixels) {
        int width = filtered.width();
        int[] spans = new int[3 * pixels.length];
        int size = 0;
        int peak = pixels[0];
        for (int i = 0; i < pixels.length; i++) {
            int x = pixels[i] % width;
            int y = pixels[i] / width;
            boolean next = i > 0 && pixels[i] == pixels[i - 1] + 1 && x > 0;
            if (next) {
                spans[size - 1]++;
            } else {
                spans[size++] = y;
                spans[size++] = x;
                spans[size++] = x + 1;
            }
            if (filtered.get(x, y) > filtered.get(peak % width, peak / width)) {
                peak = pixels[i];
            }
        }
        int peakX = peak % width;
        int peakY = peak / width;
        return Footprint.wrap(Arrays.copyOf(spans, size), peakX, peakY, filtered.get(peakX, peakY));
    }

    /**
     * Smooths an image with the weights 1 2 1, 2 4 2, 1 2 1 over 16; beyond the edge it is 0. Pixels
     * that are not finite count as 0.
     */
    public static Image smoothed(Image image) {
        return Images.of(image.width(), image.height(), (x, y) -> {
            double sum = 0;
            for (int i = 0; i < 9; i++) {
                int column = x + i % 3 - 1;
                int row = y + i / 3 - 1;
                if (image.box().contains(column, row)) {
                    float value = image.get(column, row);
                    sum += Float.isFinite(value) ? KERNEL[i % 3] * KERNEL[i / 3] * value : 0;
                }
            }
            return sum;
        });
    }
}
