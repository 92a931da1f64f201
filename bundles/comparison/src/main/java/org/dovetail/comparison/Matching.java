package org.dovetail.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds which points of two sets belong together.
 *
 * <p><b>Method.</b> Of all pairs within a radius, the nearest two points become a pair and leave the
 * rest; then the next nearest; and so on. Equal distances go by the order of the sets. A grid of
 * cells finds the pairs. Points with a coordinate that is not finite stay alone.
 *
 * <p><b>Cost.</b> O(n + p log p) time for n points and p pairs within the radius.
 *
 * @since 1.0
 */
public final class Matching {

    /** What stands for no partner. */
    public static final int NONE = -1;

    private final int[] partners;

    private Matching(int[] partners) {
        this.partners = partners;
    }

    /**
     * Pairs the points of two sets, one to one.
     *
     * @param first the points of the first set
     * @param second the points of the second set
     * @param radius how far apart a pair may be, in the unit of the coordinates; more than 0
     * @return the pairs
     */
    public static Matching nearest(Points first, Points second, double radius) {
        if (!(radius > 0)) {
            throw new IllegalArgumentException("radius must be > 0, was " + radius);
        }
        Grid grid = new Grid(second, radius);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            grid.addPairs(i, first.x[i], first.y[i], pairs);
        }
        pairs.sort(Comparator.comparingDouble(Pair::distance)
                .thenComparingInt(Pair::first)
                .thenComparingInt(Pair::second));
        int[] partners = new int[first.size()];
        Arrays.fill(partners, NONE);
        boolean[] taken = new boolean[second.size()];
        for (Pair pair : pairs) {
            if (partners[pair.first] == NONE && !taken[pair.second]) {
                partners[pair.first] = pair.second;
                taken[pair.second] = true;
            }
        }
        return new Matching(partners);
    }

    /** Returns the second set's point that belongs to one of the first, or {@link #NONE}. */
    public int partner(int first) {
        return partners[first];
    }

    /** Returns how many pairs there are. */
    public int size() {
        return (int) Arrays.stream(partners).filter(partner -> partner != NONE).count();
    }

    /** Points in a plane. */
    public static final class Points {

        private final double[] x;
        private final double[] y;

        /**
         * Makes a set of points.
         *
         * @param x the first coordinates; copied
         * @param y the second coordinates, as many; copied
         */
        public Points(double[] x, double[] y) {
            if (x.length != y.length) {
                throw new IllegalArgumentException(
                        x.length + " x cannot go with " + y.length + " y");
            }
            this.x = x.clone();
            this.y = y.clone();
        }

        /** Returns how many points there are. */
        public int size() {
            return x.length;
        }

        private boolean finite(int i) {
            return Double.isFinite(x[i]) && Double.isFinite(y[i]);
        }
    }

    private record Pair(double distance, int first, int second) {}

    /** Points sorted into square cells, none smaller than the radius. */
    private static final class Grid {

        private static final int MOST_CELLS = 1 << 18;

        private final Points points;
        private final double radius;
        private final double size;
        private final double left;
        private final double bottom;
        private final int columns;
        private final int rows;
        private final int[] starts;
        private final int[] members;

        Grid(Points points, double radius) {
            this.points = points;
            this.radius = radius;
            int[] inside = new int[points.size()];
            int count = 0;
            double[] box = {0, 0, 0, 0};
            for (int i = 0; i < points.size(); i++) {
                if (points.finite(i)) {
                    grow(box, points.x[i], points.y[i], count == 0);
                    inside[count++] = i;
                }
            }
            left = box[0];
            bottom = box[1];
            double width = box[2] - left;
            double height = box[3] - bottom;
            size = Math.max(radius, Math.max(width, height) / Math.sqrt(MOST_CELLS));
            columns = (int) (width / size) + 1;
            rows = (int) (height / size) + 1;
            starts = new int[columns * rows + 1];
            for (int k = 0; k < count; k++) {
                starts[cell(inside[k]) + 1]++;
            }
            for (int c = 0; c < columns * rows; c++) {
                starts[c + 1] += starts[c];
            }
            members = new int[count];
            int[] next = starts.clone();
            for (int k = 0; k < count; k++) {
                members[next[cell(inside[k])]++] = inside[k];
            }
        }

        private static void grow(double[] box, double x, double y, boolean first) {
            box[0] = first ? x : Math.min(box[0], x);
            box[1] = first ? y : Math.min(box[1], y);
            box[2] = first ? x : Math.max(box[2], x);
            box[3] = first ? y : Math.max(box[3], y);
        }

        private int cell(int i) {
            return (int) ((points.y[i] - bottom) / size) * columns
                    + (int) ((points.x[i] - left) / size);
        }

        void addPairs(int first, double x, double y, List<Pair> pairs) {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                return;
            }
            double column = Math.floor((x - left) / size);
            double row = Math.floor((y - bottom) / size);
            int top = (int) Math.min(rows - 1.0, row + 1);
            int right = (int) Math.min(columns - 1.0, column + 1);
            for (int r = (int) Math.max(0, row - 1); r <= top; r++) {
                for (int c = (int) Math.max(0, column - 1); c <= right; c++) {
                    for (int k = starts[r * columns + c]; k < starts[r * columns + c + 1]; k++) {
                        int second = members[k];
                        double distance = Math.hypot(points.x[second] - x, points.y[second] - y);
                        if (distance <= radius) {
                            pairs.add(new Pair(distance, first, second));
                        }
                    }
                }
            }
        }
    }
}
