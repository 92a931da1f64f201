package org.dovetail.plugin.background.mesh;

import org.dovetail.image.Surface;

/**
 * A bicubic spline through values at the centers of the boxes of a mesh.
 *
 * <p>Along y the spline of every column of boxes is prepared; a row of pixels takes one value from
 * each and puts a spline along x through them. Within a box that is a cubic polynomial of the
 * distance from the left node, the same distances in every row.
 */
final class SplineSurface implements Surface {

    private final int width;
    private final int height;
    private final int boxSize;
    private final int columns;
    private final int rows;
    private final double[] nodes;
    private final double[] bends;
    private final float least;
    private final Kind kind;
    private final float[] distance;

    /** How a spline is bent, and where the pixels of a row lie. */
    enum Kind {
        /** The natural spline: its curvature has no steps; pixels lie at their centers. */
        NATURAL(1, 0.5),
        /**
         * What SExtractor 2.25 puts out: the curvature passed from node to node is a sixth of what
         * the natural spline asks for, and rows lie half a pixel lower.
         */
        SEXTRACTOR(1 / 6.0, 0);

        private final double coupling;
        private final double rowCenter;

        Kind(double coupling, double rowCenter) {
            this.coupling = coupling;
            this.rowCenter = rowCenter;
        }
    }

    /**
     * Creates a surface.
     *
     * @param nodes a value for each box, row after row; the last boxes count as full ones
     * @param least the least value that the surface takes
     */
    SplineSurface(
            int width,
            int height,
            int boxSize,
            int columns,
            int rows,
            double[] nodes,
            float least,
            Kind kind) {
        this.width = width;
        this.height = height;
        this.boxSize = boxSize;
        this.columns = columns;
        this.rows = rows;
        this.nodes = nodes;
        this.least = least;
        this.kind = kind;
        bends = new double[nodes.length];
        for (int column = 0; column < columns; column++) {
            bend(nodes, bends, column, columns, rows);
        }
        distance = new float[width];
        for (int x = 0; x < width; x++) {
            distance[x] = (float) (position(x, 0.5) - interval(position(x, 0.5), columns));
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void row(int y, float[] into) {
        double[] values = new double[columns];
        double[] curves = new double[columns];
        double position = position(y, kind.rowCenter);
        int row = interval(position, rows);
        double up = position - row;
        for (int i = 0; i < columns; i++) {
            int at = row * columns + i;
            values[i] = rows == 1
                    ? nodes[i]
                    : cubic(up, nodes[at], nodes[at + columns], bends[at], bends[at + columns]);
        }
        bend(values, curves, 0, 1, columns);
        for (int i = 0, x = 0; x < width; i++) {
            int end = i >= columns - 2 ? width : Math.min(width, (i + 1) * boxSize + boxSize / 2);
            int next = Math.min(i + 1, columns - 1);
            fill(into, x, end, values[i], values[next], curves[i], curves[next]);
            x = end;
        }
        if (least > Float.NEGATIVE_INFINITY) {
            for (int x = 0; x < width; x++) {
                into[x] = Math.max(into[x], least);
            }
        }
    }

    /** Fills the pixels between two nodes; in powers of the distance, so that little is rounded. */
    private void fill(
            float[] into,
            int start,
            int end,
            double left,
            double right,
            double bendLeft,
            double bendRight) {
        float constant = (float) left;
        float linear = (float) (right - left - (2 * bendLeft + bendRight) / 6);
        float square = (float) (bendLeft / 2);
        float cube = (float) ((bendRight - bendLeft) / 6);
        float[] along = distance;
        for (int x = start; x < end; x++) {
            float t = along[x];
            into[x] = constant + t * (linear + t * (square + t * cube));
        }
    }

    private static double cubic(
            double t, double low, double high, double bendLow, double bendHigh) {
        double s = 1 - t;
        return s * low + t * high + (s * (s * s - 1) * bendLow + t * (t * t - 1) * bendHigh) / 6;
    }

    /** Returns where a pixel lies between the centers of boxes, in boxes from the first center. */
    private double position(int pixel, double center) {
        return (pixel + center) / boxSize - 0.5;
    }

    /** Returns the node before a position; the first or last interval for those beyond the nodes. */
    private static int interval(double position, int count) {
        return Math.max(0, Math.min((int) Math.floor(position), count - 2));
    }

    /**
     * Finds the second derivatives of the cubic spline through values one apart.
     *
     * @param values the values, in the array at first, first + step …
     * @param bends where the derivatives go, at the same places
     */
    private void bend(double[] values, double[] bends, int first, int step, int count) {
        double[] pivot = new double[count];
        for (int i = 1; i < count - 1; i++) {
            int at = first + i * step;
            double curve = values[at + step] - 2 * values[at] + values[at - step];
            double before = i == 1 ? 0 : pivot[i - 1];
            pivot[i] = 1 / (4 - before);
            bends[at] = (6 * curve - (i == 1 ? 0 : bends[at - step])) * pivot[i];
        }
        for (int i = count - 3; i > 0; i--) {
            int at = first + i * step;
            bends[at] -= kind.coupling * pivot[i] * bends[at + step];
        }
    }
}
