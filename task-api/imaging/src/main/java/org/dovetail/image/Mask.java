package org.dovetail.image;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dovetail.data.ContentDigest;
import org.dovetail.data.Digestible;
import org.dovetail.data.Parted;

/**
 * For each pixel, the set of planes that it is marked in; does not change.
 *
 * @since 1.0
 */
public final class Mask implements Digestible, Parted {

    private static final String PART = "plane ";

    private final int width;
    private final int height;
    private final MaskPlanes planes;
    private final int[] pixels;
    private final int step; // from a row to the next: 0 if one row stands for all

    private Mask(int width, int height, MaskPlanes planes, int[] pixels) {
        this(width, height, planes, pixels, width);
        if (width < 1 || height < 1 || (long) width * height != pixels.length) {
            throw new IllegalArgumentException("a mask of " + width + " x " + height
                    + " cannot have " + pixels.length + " pixels");
        }
    }

    private Mask(int width, int height, MaskPlanes planes, int[] pixels, int step) {
        this.width = width;
        this.height = height;
        this.planes = planes;
        this.pixels = pixels;
        this.step = step;
    }

    /**
     * Makes a mask of an array without copying it. The caller gives the array up.
     *
     * @param width the number of columns; at least 1
     * @param height the number of rows; at least 1
     * @param planes the names of the bits
     * @param pixels the bits, row after row
     * @return the mask
     */
    public static Mask wrap(int width, int height, MaskPlanes planes, int[] pixels) {
        return new Mask(width, height, planes, pixels);
    }

    /**
     * Makes a mask with the standard planes and nothing marked; it takes the memory of one row.
     *
     * @param width the number of columns; at least 1
     * @param height the number of rows; at least 1
     * @return the mask
     */
    public static Mask clear(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "a mask of " + width + " x " + height + " has no pixels");
        }
        Math.multiplyExact(width, height); // or no array could hold what toArray() returns
        return new Mask(width, height, MaskPlanes.STANDARD, new int[width], 0);
    }

    /** Returns the number of columns. */
    public int width() {
        return width;
    }

    /** Returns the number of rows. */
    public int height() {
        return height;
    }

    /** Returns the names of the bits. */
    public MaskPlanes planes() {
        return planes;
    }

    /** Returns the bits of one pixel. */
    public int get(int x, int y) {
        if (x < 0 || x >= width) {
            throw new IndexOutOfBoundsException("column " + x + " of " + width);
        }
        return pixels[start(y) + x];
    }

    /**
     * Copies one row.
     *
     * @param y the row
     * @param into where the bits go, from index 0; at least {@link #width} long
     */
    public void row(int y, int[] into) {
        System.arraycopy(pixels, start(y), into, 0, width);
    }

    /**
     * Copies a part of one row.
     *
     * @param x the first column
     * @param y the row
     * @param count how many columns
     * @param into where the bits go, from index 0
     */
    public void row(int x, int y, int count, int[] into) {
        if (x < 0 || x + count > width) {
            throw new IndexOutOfBoundsException(
                    "columns " + x + " to " + (x + count - 1) + " of " + width);
        }
        System.arraycopy(pixels, start(y) + x, into, 0, count);
    }

    /** Returns a copy of all bits, row after row. */
    public int[] toArray() {
        return step == 0 ? expanded() : pixels.clone();
    }

    /** Returns how many pixels are marked in any of some planes. */
    public long count(String... names) {
        int bits = planes.bits(names);
        long count = 0;
        for (int pixel : pixels) {
            count += (pixel & bits) == 0 ? 0 : 1;
        }
        return step == 0 ? count * height : count;
    }

    /**
     * Returns a mask that marks what this or another one marks.
     *
     * @param other a mask of the same size and planes
     * @return the union
     */
    public Mask or(Mask other) {
        if (width != other.width || height != other.height || !planes.equals(other.planes)) {
            throw new IllegalArgumentException(
                    "masks of different size or planes cannot be joined");
        }
        int[] joined = toArray();
        int[] added = other.all();
        for (int i = 0; i < joined.length; i++) {
            joined[i] |= added[i];
        }
        return new Mask(width, height, planes, joined);
    }

    /** Copies the pixels of a box inside the mask. */
    public Mask crop(Box box) {
        if (!new Box(0, 0, width, height).contains(box)) {
            throw new IndexOutOfBoundsException(
                    "box " + box + " is not inside a mask of " + width + " x " + height);
        }
        int[] part = new int[Math.multiplyExact(box.width(), box.height())];
        for (int y = 0; y < box.height(); y++) {
            int from = start(box.y() + y) + box.x();
            System.arraycopy(pixels, from, part, y * box.width(), box.width());
        }
        return new Mask(box.width(), box.height(), planes, part);
    }

    /** Returns a number for each plane: 0 if nothing is marked. */
    @Override
    public Map<String, Long> parts() {
        long[] sums = new long[planes.names().size()];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            row(y, row);
            for (int x = 0; x < width; x++) {
                for (int rest = row[x]; rest != 0; rest &= rest - 1) {
                    int bit = Integer.numberOfTrailingZeros(rest);
                    if (bit < sums.length) {
                        sums[bit] += mixed((long) y * width + x);
                    }
                }
            }
        }
        Map<String, Long> parts = new LinkedHashMap<>();
        for (int bit = 0; bit < sums.length; bit++) {
            parts.put(PART + planes.names().get(bit), sums[bit]);
        }
        return parts;
    }

    @Override
    public Mask disturbed(Set<String> names) {
        int bits = 0;
        for (String plane : planes.names()) {
            bits |= names.contains(PART + plane) ? planes.bits(plane) : 0;
        }
        int[] others = toArray();
        for (int i = 0; bits != 0 && i < others.length; i++) {
            others[i] ^= (int) mixed(i) & bits;
        }
        return new Mask(width, height, planes, others);
    }

    /** Spreads a number over all bits (the end of SplitMix64). */
    private static long mixed(long number) {
        long z = (number + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    @Override
    public void digestTo(ContentDigest digest) {
        digest.put(width).put(height).put(planes).put(all());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask mask
                && width == mask.width
                && height == mask.height
                && planes.equals(mask.planes)
                && Arrays.equals(all(), mask.all());
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(all());
    }

    @Override
    public String toString() {
        return "Mask[" + width + " x " + height + "]";
    }

    private int start(int y) {
        return Objects.checkIndex(y, height) * step;
    }

    /** Returns all bits, which must not be changed. */
    private int[] all() {
        return step == 0 ? expanded() : pixels;
    }

    private int[] expanded() {
        int[] all = new int[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, 0, all, y * width, width);
        }
        return all;
    }
}
