package org.dovetail.testkit.detection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.dovetail.image.Image;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.detection.Footprint;

/**
 * Finds connected pixels above a threshold, pixel by pixel: too simple to be wrong, and a fake
 * detector for tests of measurements.
 */
public final class FloodFill {

    private FloodFill() {}

    /**
     * Finds groups of pixels above a threshold that touch, also at a corner.
     *
     * @param image the image
     * @param threshold a pixel of a source is greater
     * @param minArea the least number of pixels
     * @return the groups, sorted by first pixel
     */
    public static Detections above(Image image, double threshold, int minArea) {
        boolean[] seen = new boolean[image.width() * image.height()];
        List<Footprint> footprints = new ArrayList<>();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (image.get(x, y) > threshold && !seen[y * image.width() + x]) {
                    int[] group = fill(image, threshold, x, y, seen);
                    if (group.length >= minArea) {
                        footprints.add(footprint(image, group));
                    }
                }
            }
        }
        return Detections.of(image, footprints, threshold);
    }

    private static int[] fill(Image image, double threshold, int x, int y, boolean[] seen) {
        List<Integer> group = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        seen[y * image.width() + x] = true;
        open.add(y * image.width() + x);
        while (!open.isEmpty()) {
            int at = open.remove();
            group.add(at);
            for (int k = 0; k < 9; k++) {
                int column = at % image.width() + k % 3 - 1;
                int row = at / image.width() + k / 3 - 1;
                if (image.box().contains(column, row)
                        && image.get(column, row) > threshold
                        && !seen[row * image.width() + column]) {
                    seen[row * image.width() + column] = true;
                    open.add(row * image.width() + column);
                }
            }
        }
        return group.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static Footprint footprint(Image image, int[] group) {
        int width = image.width();
        int[] spans = new int[3 * group.length];
        int used = 0;
        int peak = group[0];
        for (int i = 0; i < group.length; i++) {
            int x = group[i] % width;
            int y = group[i] / width;
            if (i > 0 && group[i] == group[i - 1] + 1 && x > 0) {
                spans[used - 1]++;
            } else {
                spans[used++] = y;
                spans[used++] = x;
                spans[used++] = x + 1;
            }
            if (image.get(x, y) > image.get(peak % width, peak / width)) {
                peak = group[i];
            }
        }
        return Footprint.wrap(
                Arrays.copyOf(spans, used),
                peak % width,
                peak / width,
                image.get(peak % width, peak / width));
    }
}
