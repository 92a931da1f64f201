package org.dovetail.plugin.measurement;

import org.dovetail.role.detection.Detections;

/**
 * A copy of the pixels around one source after another, NaN where they cannot be used; for one
 * thread.
 */
final class Stamp {

    private final UsableImage image;
    private float[] pixels = new float[1024];
    private int[] numbers = new int[64];
    private float[] filtered = new float[64];
    private int x0;
    private int y0;
    private int width;
    private int height;

    Stamp(UsableImage image) {
        this.image = image;
    }

    /**
     * Reads the pixels that have at least their edge within a distance of a point.
     *
     * @param x the column of the point, in pixels
     * @param y the row of the point, in pixels
     * @param reachX the distance along x, in pixels
     * @param reachY the distance along y, in pixels
     * @return whether there are any in the image
     */
    boolean read(double x, double y, double reachX, double reachY) {
        // Limited before they become integers: reaches may be infinite.
        double left = Math.ceil(x - reachX - 0.5);
        double bottom = Math.ceil(y - reachY - 0.5);
        double right = Math.floor(x + reachX + 0.5);
        double top = Math.floor(y + reachY + 0.5);
        x0 = (int) Math.max(left, 0);
        y0 = (int) Math.max(bottom, 0);
        width = (int) Math.min(right, image.width() - 1) - x0 + 1;
        height = (int) Math.min(top, image.height() - 1) - y0 + 1;
        // NaN compares as false, too.
        if (!(left <= right && bottom <= top) || width <= 0 || height <= 0) {
            return false;
        }
        if (pixels.length < width * height) {
            pixels = new float[2 * width * height];
        }
        for (int row = 0; row < height; row++) {
            image.row(x0, y0 + row, width, pixels, row * width);
        }
        return true;
    }

    /**
     * Replaces the pixels of all other sources by NaN, and those of groups above the threshold that
     * are too small for a source: there is light that is not of this one.
     */
    void blankOthers(Detections detections, int own) {
        if (numbers.length < width) {
            numbers = new int[2 * width];
            filtered = new float[2 * width];
        }
        float threshold = (float) detections.threshold();
        for (int row = 0; row < height; row++) {
            detections.labels().row(x0, y0 + row, width, numbers);
            detections.filtered().row(x0, y0 + row, width, filtered, 0);
            int offset = row * width;
            for (int i = 0; i < width; i++) {
                boolean bright = numbers[i] != 0 || filtered[i] > threshold;
                if (bright && numbers[i] != own) {
                    pixels[offset + i] = Float.NaN;
                }
            }
        }
    }

    /** Replaces NaN by the pixel on the other side of a point, where that can be used. */
    void fillFromOpposite(double x, double y) {
        int mirrorX = (int) Math.floor(2 * x + 0.5);
        int mirrorY = (int) Math.floor(2 * y + 0.5);
        for (int row = 0; row < height; row++) {
            for (int i = 0; i < width; i++) {
                if (Float.isNaN(pixels[row * width + i])) {
                    pixels[row * width + i] = at(mirrorX - x0 - i, mirrorY - y0 - row);
                }
            }
        }
    }

    /** Returns the value of a pixel of the image, NaN if it is not here or cannot be used. */
    float at(int x, int y) {
        int column = x - x0;
        int row = y - y0;
        boolean here = column >= 0 && column < width && row >= 0 && row < height;
        return here ? pixels[row * width + column] : Float.NaN;
    }

    /** Returns the first column, in pixels of the image. */
    int startX() {
        return x0;
    }

    /** Returns the column after the last. */
    int endX() {
        return x0 + width;
    }

    /** Returns the first row, in pixels of the image. */
    int startY() {
        return y0;
    }

    /** Returns the row after the last. */
    int endY() {
        return y0 + height;
    }
}
