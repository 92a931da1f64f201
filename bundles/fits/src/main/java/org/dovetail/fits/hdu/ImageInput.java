package org.dovetail.fits.hdu;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Optional;
import org.dovetail.image.Image;

/**
 * Reads the images of a FITS file one after another, tile-compressed or not; HDUs of other kinds,
 * and images without pixels, are gone over.
 */
public final class ImageInput implements Closeable {

    private final FitsInput input;
    private Cards primary = Cards.NONE;
    private Cards raw = Cards.NONE;
    private Cards header = Cards.NONE;

    private ImageInput(FitsInput input) {
        this.input = input;
    }

    /** Opens a file. */
    public static ImageInput open(Path file) {
        return new ImageInput(FitsInput.open(file));
    }

    /**
     * Goes to the next image.
     *
     * @return its header, as of an image that was never compressed; empty if there are no more
     */
    public Optional<Cards> next() {
        Optional<Cards> next = input.next();
        while (next.isPresent()) {
            raw = next.get();
            primary = input.index() == 0 ? raw : primary;
            header = TileCompression.isCompressed(raw) ? TileCompression.imageHeader(raw) : raw;
            if (isImage()) {
                return Optional.of(header);
            }
            next = input.next();
        }
        return Optional.empty();
    }

    /** Returns the primary header, once {@link #next} was called. */
    public Cards primary() {
        return primary;
    }

    /** Returns the number of the current HDU; 0 is the primary one. */
    public int index() {
        return input.index();
    }

    /** Returns the number of columns of the current image. */
    public int width() {
        return size("NAXIS1");
    }

    /** Returns the number of rows of the current image. */
    public int height() {
        return size("NAXIS2");
    }

    /** Reads the pixels of the current image, scaled; NaN where they are blank. */
    public Image image() {
        requirePlane();
        float[] pixels = TileCompression.isCompressed(raw)
                ? TileCompression.floats(input, raw)
                : PixelDecoder.floats(input, raw, width() * height());
        return Image.wrap(width(), height(), pixels);
    }

    /** Reads the pixels of the current image as whole numbers, not scaled. */
    public int[] wholeNumbers() {
        requirePlane();
        return TileCompression.isCompressed(raw)
                ? TileCompression.ints(input, raw)
                : PixelDecoder.ints(input, raw, width() * height());
    }

    @Override
    public void close() {
        input.close();
    }

    private boolean isImage() {
        boolean kind = input.index() == 0
                || TileCompression.isCompressed(raw)
                || raw.text("XTENSION").filter("IMAGE"::equals).isPresent();
        return kind
                && header.whole("NAXIS", 0) >= 2
                && header.whole("NAXIS1", 0) > 0
                && header.whole("NAXIS2", 0) > 0;
    }

    private void requirePlane() {
        for (int axis = 3; axis <= header.whole("NAXIS", 0); axis++) {
            if (header.whole("NAXIS" + axis, 1) > 1) {
                throw input.unreadable("has a cube in HDU " + input.index() + " (NAXIS" + axis
                        + " = " + header.whole("NAXIS" + axis, 1) + "); only images are read");
            }
        }
        if ((long) width() * height() > Integer.MAX_VALUE - 8) {
            throw input.unreadable("has an image of " + width() + " x " + height() + " in HDU "
                    + input.index() + ", which is too large for one array");
        }
    }

    private int size(String keyword) {
        return Math.toIntExact(header.whole(keyword, 0));
    }
}
