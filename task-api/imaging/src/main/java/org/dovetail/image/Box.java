package org.dovetail.image;

/**
 * A rectangle of pixels.
 *
 * @param x the first column, from 0
 * @param y the first row, from 0
 * @param width the number of columns; at least 0
 * @param height the number of rows; at least 0
 * @since 1.0
 */
public record Box(int x, int y, int width, int height) {

    /** Refuses negative sizes. */
    public Box {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException(
                    "a box cannot have " + width + " x " + height + " pixels");
        }
    }

    /** Returns the column after the last. */
    public int endX() {
        return x + width;
    }

    /** Returns the row after the last. */
    public int endY() {
        return y + height;
    }

    /** Returns the number of pixels. */
    public long area() {
        return (long) width * height;
    }

    /** Returns whether a pixel lies inside. */
    public boolean contains(int column, int row) {
        return column >= x && column < endX() && row >= y && row < endY();
    }

    /** Returns whether all of another box lies inside. */
    public boolean contains(Box other) {
        return other.x >= x && other.endX() <= endX() && other.y >= y && other.endY() <= endY();
    }

    /** Returns the pixels that this box and another share; of no size where they share none. */
    public Box intersection(Box other) {
        int left = Math.max(x, other.x);
        int bottom = Math.max(y, other.y);
        int right = Math.min(endX(), other.endX());
        int top = Math.min(endY(), other.endY());
        return new Box(left, bottom, Math.max(0, right - left), Math.max(0, top - bottom));
    }

    /** Returns the box in the notation of FITS headers: 1-based, ends inclusive. */
    @Override
    public String toString() {
        return "[" + (x + 1) + ":" + endX() + "," + (y + 1) + ":" + endY() + "]";
    }
}
