package org.dovetail.image;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A smooth function of the pixel, evaluated row by row when it is needed; does not change.
 *
 * @since 1.0
 */
@ConsumerType
public interface Surface {

    /** Returns the number of columns. */
    int width();

    /** Returns the number of rows. */
    int height();

    /**
     * Evaluates one row.
     *
     * @param y the row
     * @param into where the values go, from index 0; at least {@link #width} long
     */
    void row(int y, float[] into);

    /** Evaluates all rows. */
    default Image toImage() {
        float[] row = new float[width()];
        float[] pixels = new float[Math.multiplyExact(width(), height())];
        for (int y = 0; y < height(); y++) {
            row(y, row);
            System.arraycopy(row, 0, pixels, y * width(), width());
        }
        return Image.wrap(width(), height(), pixels);
    }

    /** Returns the surface that has the values of an image. */
    static Surface of(Image image) {
        return new ImageSurface(image);
    }

    /** Returns the surface that has one value everywhere. */
    static Surface constant(int width, int height, float value) {
        return new ConstantSurface(width, height, value);
    }
}
