package org.dovetail.plugin.measurement;

/** Sums the pixels of circles, those at the rim by the part inside; for one thread. */
final class CircleSum {

    private double flux;
    private double area;
    private boolean complete;
    private double x;
    private double y;
    private double radius;

    /**
     * Sums a circle.
     *
     * @param stamp the pixels around the center
     * @param centerX the column of the center, in pixels
     * @param centerY the row of the center, in pixels
     * @param circleRadius the radius, in pixels; greater than 0
     */
    void sum(Stamp stamp, double centerX, double centerY, double circleRadius) {
        x = centerX;
        y = centerY;
        radius = circleRadius;
        flux = 0;
        area = 0;
        int bottom = (int) Math.max(stamp.startY(), Math.ceil(y - radius - 0.5));
        int top = (int) Math.min(stamp.endY() - 1, Math.floor(y + radius + 0.5));
        for (int row = bottom; row <= top; row++) {
            sumRow(stamp, row);
        }
        // What lies outside of the image is missing from the area, too.
        complete = Math.PI * radius * radius - area < 1e-6;
    }

    private void sumRow(Stamp stamp, int row) {
        double dy = Math.abs(row - y);
        double near = Math.max(0, dy - 0.5);
        double far = dy + 0.5;
        if (near >= radius) {
            return;
        }
        double outer = Math.sqrt(radius * radius - near * near);
        int left = (int) Math.max(stamp.startX(), Math.ceil(x - outer - 0.5));
        int right = (int) Math.min(stamp.endX() - 1, Math.floor(x + outer + 0.5));
        double inner = far < radius ? Math.sqrt(radius * radius - far * far) : 0;
        double from = Math.ceil(x - inner + 0.5); // from here to there, all of a pixel is inside
        double to = Math.floor(x + inner - 0.5);
        for (int column = left; column <= right; column++) {
            float value = stamp.at(column, row);
            if (!Float.isNaN(value)) {
                boolean inside = column >= from && column <= to;
                double part = inside ? 1 : CircleOverlap.area(column - x, row - y, radius);
                flux += part * value;
                area += part;
            }
        }
    }

    /** Returns the sum of the pixels, in the unit of the image. */
    double flux() {
        return flux;
    }

    /** Returns the area that was summed, in pixels. */
    double area() {
        return area;
    }

    /** Returns whether the whole circle was summed. */
    boolean complete() {
        return complete;
    }
}
