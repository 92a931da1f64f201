package org.dovetail.plugin.calibration;

import java.util.Arrays;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;

/**
 * The median of an image's usable pixels without those far from it.
 *
 * <p>Values more than {@value #CLIP_SIGMA} standard deviations (1.4826 times the median absolute
 * deviation) from the median are dropped until none is, at most {@value #ITERATIONS} times.
 */
final class ClippedMedian {

    private static final double CLIP_SIGMA = 3;
    private static final int ITERATIONS = 10;
    private static final double PER_MAD = 1.4826;

    private ClippedMedian() {}

    /** Returns the median; NaN if no pixel can be used. */
    static double of(MaskedImage image) {
        float[] sorted = usable(image);
        int first = 0;
        int end = sorted.length;
        for (int i = 0; i < ITERATIONS && end - first > 2; i++) {
            double median = median(sorted, first, end);
            double limit = CLIP_SIGMA * PER_MAD * deviation(sorted, first, end);
            int before = end - first;
            while (median - sorted[first] > limit) {
                first++;
            }
            while (sorted[end - 1] - median > limit) {
                end--;
            }
            if (end - first == before) {
                break;
            }
        }
        return end > first ? median(sorted, first, end) : Double.NaN;
    }

    private static float[] usable(MaskedImage image) {
        float[] values = image.science().toArray();
        int[] marks = image.mask().toArray();
        int unusable = image.mask()
                .planes()
                .bits(
                        MaskPlanes.BAD,
                        MaskPlanes.NO_DATA,
                        MaskPlanes.SAT,
                        MaskPlanes.CR,
                        MaskPlanes.SUSPECT);
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if ((marks[i] & unusable) == 0 && Float.isFinite(values[i])) {
                values[count++] = values[i];
            }
        }
        float[] kept = Arrays.copyOf(values, count);
        Arrays.sort(kept);
        return kept;
    }

    private static double median(float[] sorted, int first, int end) {
        int sum = first + end - 1;
        return (sorted[sum / 2] + (double) sorted[(sum + 1) / 2]) / 2;
    }

    /** The median absolute deviation: the values nearest to the median are next to each other. */
    private static double deviation(float[] sorted, int first, int end) {
        double median = median(sorted, first, end);
        int wanted = (end - first + 1) / 2;
        double least = Double.POSITIVE_INFINITY;
        for (int from = first; from + wanted <= end; from++) {
            double reach = Math.max(median - sorted[from], sorted[from + wanted - 1] - median);
            least = Math.min(least, reach);
        }
        return least;
    }
}
