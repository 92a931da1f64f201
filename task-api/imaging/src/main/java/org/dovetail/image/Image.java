package org.dovetail.image;

import java.util.Arrays;
import java.util.Objects;
import org.dovetail.data.ContentDigest;
import org.dovetail.data.Digestible;

/**
 * A plane of pixel values that does not change.
 *
 * <p>Pixel (0, 0) is the center of the first pixel; x is the column; rows are stored one after
 * another. A pixel that is not finite carries no data. Algorithms work on copies of rows ({@link
 * #row}), which costs little beside any arithmetic and keeps the image safe.
 *
 * @since 1.0
 */
public final class Image implements Digestible {

    private final int width;
    private final int height;
    private final float[] pixels;
    private final int step; // from a row to the next: 0 if one row stands for all

    private Image(int width, int height, float[] pixels) {
        this(width, height, pixels, width);
        if (width < 1 || height < 1 || (long) width * height != pixels.length) {
            throw new IllegalArgumentException("an image of " + width + " x " + height
                    + " cannot have " + pixels.length + " pixels");
        }
    }

    private Image(int width, int height, float[] pixels, int step) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.step = step;
    }

    /**
     * Makes an image of an array without copying it. The caller gives the array up: it must not
     * change it afterwards.
     *
     * @param width the number of columns; at least 1
     * @param height the number of rows; at least 1
     * @param pixels the values, row after row
     * @return the image
     */
    public static Image wrap(int width, int height, float[] pixels) {
        return new Image(width, height, pixels);
    }

    /**
     * Makes an image of a copy of an array.
     *
     * @param width the number of columns; at least 1
     * @param height the number of rows; at least 1
     * @param pixels the values, row after row
     * @return the image
     */
    public static Image copyOf(int width, int height, float[] pixels) {
        return new Image(width, height, pixels.clone());
    }

    /**
     * Makes an image with the same value everywhere; it takes the memory of one row.
     *
     * @param width the number of columns; at least 1
     * @param height the number of rows; at least 1
     * @param value the value
     * @return the image
     */
    public static Image constant(int width, int height, float value) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "an image of " + width + " x " + height + " has no pixels");
        }
        Math.multiplyExact(width, height); // or no array could hold what toArray() returns
        float[] row = new float[width];
        Arrays.fill(row, value);
        return new Image(width, height, row, 0);
    }

    /** Returns the number of columns. */
    public int width() {
        return width;
    }

    /** Returns the number of rows. */
    public int height() {
        return height;
    }

    /** Returns all pixels of the image as a box. */
    public Box box() {
        return new Box(0, 0, width, height);
    }

    /** Returns one value. */
    public float get(int x, int y) {
        if (x < 0 || x >= width) {
            throw new IndexOutOfBoundsException("column " + x + " of " + width);
        }
        return pixels[start(y) + x];
    }

    /**
     * Copies one row.
     *
     * @param y the row
     * @param into where the values go, from index 0; at least {@link #width} long
     */
    public void row(int y, float[] into) {
        System.arraycopy(pixels, start(y), into, 0, width);
    }

    /**
     * Copies a part of one row.
     *
     * @param x the first column
     * @param y the row
     * @param count how many columns
     * @param into where the values go
     * @param offset the index of the first
     */
    public void row(int x, int y, int count, float[] into, int offset) {
        if (x < 0 || x + count > width) {
            throw new IndexOutOfBoundsException(
                    "columns " + x + " to " + (x + count - 1) + " of " + width);
        }
        System.arraycopy(pixels, start(y) + x, into, offset, count);
    }

    /**
     * Copies the pixels of a box.
     *
     * @param box a box inside the image
     * @return a smaller image
     */
    public Image crop(Box box) {
        if (!box().contains(box)) {
            throw new IndexOutOfBoundsException("box " + box + " is not inside " + box());
        }
        float[] part = new float[Math.multiplyExact(box.width(), box.height())];
        for (int y = 0; y < box.height(); y++) {
            row(box.x(), box.y() + y, box.width(), part, y * box.width());
        }
        return new Image(box.width(), box.height(), part);
    }

    /** Returns a copy of all values, row after row. */
    public float[] toArray() {
        return step == 0 ? expanded() : pixels.clone();
    }

    /** Returns whether another image has the same width and height. */
    public boolean sameSize(Image other) {
        return width == other.width && height == other.height;
    }

    /** Returns the size in words, as {@code 1024 x 512}. */
    public String size() {
        return width + " x " + height;
    }

    /** Returns whether another image has the same size and the same values, bit for bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Image image && sameSize(image) && Arrays.equals(all(), image.all());
    }

    @Override
    public void digestTo(ContentDigest digest) {
        digest.put(width).put(height).put(all());
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(all());
    }

    @Override
    public String toString() {
        return "Image[" + size() + "]";
    }

    private int start(int y) {
        return Objects.checkIndex(y, height) * step;
    }

    /** Returns all values, which must not be changed. */
    private float[] all() {
        return step == 0 ? expanded() : pixels;
    }

    private float[] expanded() {
        float[] all = new float[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, 0, all, y * width, width);
        }
        return all;
    }
}
