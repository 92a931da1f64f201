package org.dovetail.plugin.combination;

import java.util.Arrays;
import java.util.List;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Interruption;

/**
 * Frames on top of each other, seen one row at a time.
 *
 * <p>The frames are put in an order that depends on their pixels only, so that sums over them do
 * not depend on the order in which they came. A value that is left out is positive infinity and has
 * no variance. For use by one thread.
 */
final class FrameStack {

    private final List<MaskedImage> frames;
    private final SortingNetwork network;
    private final int leftOut;
    private final float[][] values;
    private final float[][] sorted;
    private final float[][] variances;
    private final int[] marks;
    private final int[] counts;
    private final int[] commonMarks;
    private final double[] varianceSums;
    private final double[] totals;

    FrameStack(List<MaskedImage> unordered) {
        requireSameShape(unordered);
        frames = unordered.stream().sorted(FrameStack::compare).toList();
        network = new SortingNetwork(frames.size());
        int width = width();
        leftOut = planes().bits(MaskPlanes.BAD, MaskPlanes.NO_DATA, MaskPlanes.SAT, MaskPlanes.CR);
        values = new float[frames.size()][width];
        sorted = new float[frames.size()][width];
        variances = new float[frames.size()][width];
        marks = new int[width];
        counts = new int[width];
        commonMarks = new int[width];
        varianceSums = new double[width];
        totals = new double[width];
    }

    private static void requireSameShape(List<MaskedImage> frames) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("there must be a frame to combine");
        }
        MaskedImage first = frames.get(0);
        for (MaskedImage frame : frames) {
            if (!frame.science().sameSize(first.science())
                    || !frame.mask().planes().equals(first.mask().planes())) {
                throw new IllegalArgumentException("frames of different sizes or planes: "
                        + first.science().size() + " and " + frame.science().size());
            }
        }
    }

    /** Compares pixel after pixel; ends at the first difference, which is soon. */
    private static int compare(MaskedImage one, MaskedImage other) {
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                int order =
                        Float.compare(one.science().get(x, y), other.science().get(x, y));
                if (order == 0) {
                    order = Float.compare(
                            one.variance().get(x, y), other.variance().get(x, y));
                }
                if (order == 0) {
                    order = Integer.compare(one.mask().get(x, y), other.mask().get(x, y));
                }
                if (order != 0) {
                    return order;
                }
            }
        }
        return 0;
    }

    int size() {
        return frames.size();
    }

    int width() {
        return frames.get(0).width();
    }

    int height() {
        return frames.get(0).height();
    }

    MaskPlanes planes() {
        return frames.get(0).mask().planes();
    }

    /** Moves to a row. */
    void load(int y) {
        Interruption.check("combining frames");
        Arrays.fill(counts, frames.size());
        Arrays.fill(commonMarks, -1);
        Arrays.fill(varianceSums, 0);
        for (int f = 0; f < frames.size(); f++) {
            MaskedImage frame = frames.get(f);
            frame.science().row(y, values[f]);
            frame.variance().row(y, variances[f]);
            frame.mask().row(y, marks);
            select(values[f], variances[f]);
            System.arraycopy(values[f], 0, sorted[f], 0, values[f].length);
        }
        network.sort(sorted);
        Arrays.fill(totals, 0);
        for (float[] row : sorted) {
            for (int x = 0; x < row.length; x++) {
                totals[x] += row[x];
            }
        }
    }

    private void select(float[] value, float[] variance) {
        for (int x = 0; x < value.length; x++) {
            int mark = marks[x];
            commonMarks[x] &= mark;
            if ((mark & leftOut) != 0 || !(Math.abs(value[x]) <= Float.MAX_VALUE)) {
                value[x] = Float.POSITIVE_INFINITY;
                variance[x] = 0;
                counts[x]--;
            } else {
                // a single unknown variance makes the sum unknown
                varianceSums[x] += variance[x] > 0 ? variance[x] : Double.NaN;
            }
        }
    }

    /** Returns how many values are left at a column. */
    int count(int x) {
        return counts[x];
    }

    /** Returns the marks that all frames have at a column. */
    int commonMarks(int x) {
        return commonMarks[x];
    }

    /** Returns the sum of the variances of the values left; NaN where one is not known. */
    double varianceSum(int x) {
        return varianceSums[x];
    }

    /** Returns the sum of the variances of the values in a range; NaN where one is not known. */
    double varianceSum(int x, float least, float greatest) {
        double sum = 0;
        for (int f = 0; f < values.length; f++) {
            if (values[f][x] >= least && values[f][x] <= greatest && counts[x] > 0) {
                sum += variances[f][x] > 0 ? variances[f][x] : Double.NaN;
            }
        }
        return sum;
    }

    /** Returns the sum of all values at a column; infinite where one is left out. */
    double total(int x) {
        return totals[x];
    }

    /** Returns a value left at a column, by rank from 0. */
    float ranked(int x, int rank) {
        return sorted[rank][x];
    }

    /** Returns the median of the values with ranks from one to another, exclusive. */
    double median(int x, int first, int end) {
        int last = first + end - 1;
        return (sorted[last / 2][x] + (double) sorted[(last + 1) / 2][x]) / 2;
    }
}
