package org.dovetail.image;

/**
 * An image, which of its pixels to trust, and how far.
 *
 * @param science the pixel values
 * @param mask the marks of each pixel; of the same size
 * @param variance the variance of each value, in the square of the image's unit; at least 0; of the
 *     same size
 * @since 1.0
 */
public record MaskedImage(Image science, Mask mask, Image variance) {

    /** Refuses planes of different sizes. */
    public MaskedImage {
        if (!science.sameSize(variance)
                || science.width() != mask.width()
                || science.height() != mask.height()) {
            throw new IllegalArgumentException("planes of different sizes: science "
                    + science.size() + ", mask " + mask.width() + " x " + mask.height()
                    + ", variance " + variance.size());
        }
    }

    /** Makes a masked image with nothing marked and a variance of zero, which says: not known. */
    public static MaskedImage of(Image science) {
        return new MaskedImage(
                science,
                Mask.clear(science.width(), science.height()),
                Image.constant(science.width(), science.height(), 0));
    }

    /** Returns the number of columns. */
    public int width() {
        return science.width();
    }

    /** Returns the number of rows. */
    public int height() {
        return science.height();
    }

    /** Returns the same with other pixel values. */
    public MaskedImage withScience(Image other) {
        return new MaskedImage(other, mask, variance);
    }

    /** Returns the same with other marks. */
    public MaskedImage withMask(Mask other) {
        return new MaskedImage(science, other, variance);
    }

    /** Returns the same with another variance. */
    public MaskedImage withVariance(Image other) {
        return new MaskedImage(science, mask, other);
    }
}
