package org.dovetail.plugin.background.mesh;

import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskedImage;

/**
 * The pixels of a row of boxes, one box after another, without those that a mask leaves out.
 *
 * <p>The image is read row by row, in the order of memory, and a box ends up in one piece: reading
 * box by box would touch a page of memory for each of its rows.
 */
final class BoxPixels {

    private final Image image;
    private final Mask mask;
    private final int ignored;
    private final int boxSize;
    private final int columns;
    private final float[] pixels;
    private final int[] ends;
    private final int[] marks;

    BoxPixels(MaskedImage image, int boxSize, int columns, String[] ignoredPlanes) {
        this.image = image.science();
        this.mask = image.mask();
        this.ignored = mask.planes().bits(ignoredPlanes);
        this.boxSize = boxSize;
        this.columns = columns;
        pixels = new float[Math.multiplyExact(columns, boxSize * boxSize)];
        ends = new int[columns];
        marks = new int[image.width()];
    }

    /** Reads the rows of one row of boxes. */
    void read(int firstRow, int height) {
        for (int column = 0; column < columns; column++) {
            ends[column] = start(column);
        }
        for (int y = firstRow; y < firstRow + height; y++) {
            mask.row(y, marks);
            boolean marked = (union(marks) & ignored) != 0;
            for (int column = 0; column < columns; column++) {
                int width = width(column);
                image.row(column * boxSize, y, width, pixels, ends[column]);
                ends[column] += marked ? unmarked(column, width) : width;
            }
        }
    }

    private static int union(int[] marks) {
        int union = 0;
        for (int mark : marks) {
            union |= mark;
        }
        return union;
    }

    /** Moves the pixels that are not marked together; returns how many there are. */
    private int unmarked(int column, int width) {
        int from = ends[column];
        int to = from;
        for (int x = 0; x < width; x++) {
            pixels[to] = pixels[from + x];
            to += (marks[column * boxSize + x] & ignored) == 0 ? 1 : 0;
        }
        return to - from;
    }

    /** Returns the pixels of all boxes; the caller may reorder those of a box. */
    float[] pixels() {
        return pixels;
    }

    /** Returns the number of columns of a box. */
    int width(int column) {
        return Math.min(boxSize, image.width() - column * boxSize);
    }

    /** Returns the index of a box's first pixel. */
    int start(int column) {
        return column * boxSize * boxSize;
    }

    /** Returns the index after a box's last pixel. */
    int end(int column) {
        return ends[column];
    }
}
