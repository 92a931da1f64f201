package org.dovetail.role.background;

import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.Surface;

/**
 * The sky background of an image.
 *
 * @param level the most probable value of a sky pixel, in the unit of the image
 * @param scatter the standard deviation of a sky pixel, in the unit of the image; of the same size
 * @param meanLevel one level for the whole image, in the unit of the image
 * @param meanScatter one scatter for the whole image, in the unit of the image; at least 0
 * @since 1.0
 */
public record Background(Surface level, Surface scatter, double meanLevel, double meanScatter) {

    /** Refuses surfaces of different sizes. */
    public Background {
        if (level.width() != scatter.width() || level.height() != scatter.height()) {
            throw new IllegalArgumentException("a level of " + level.width() + " x "
                    + level.height() + " does not go with a scatter of " + scatter.width() + " x "
                    + scatter.height());
        }
    }

    /** Returns a background that is the same everywhere. */
    public static Background constant(int width, int height, double level, double scatter) {
        return new Background(
                Surface.constant(width, height, (float) level),
                Surface.constant(width, height, (float) scatter),
                level,
                scatter);
    }

    /**
     * Subtracts the level from an image.
     *
     * @param image an image of the same size; only read
     * @return a new image, of the same mask and variance
     */
    public MaskedImage subtractFrom(MaskedImage image) {
        int width = image.width();
        if (width != level.width() || image.height() != level.height()) {
            throw new IllegalArgumentException("a background of " + level.width() + " x "
                    + level.height() + " does not go with an image of " + width + " x "
                    + image.height());
        }
        float[] sky = new float[width];
        float[] row = new float[width];
        float[] pixels = new float[Math.multiplyExact(width, image.height())];
        for (int y = 0; y < image.height(); y++) {
            level.row(y, sky);
            image.science().row(y, row);
            for (int x = 0; x < width; x++) {
                row[x] -= sky[x];
            }
            System.arraycopy(row, 0, pixels, y * width, width);
        }
        return image.withScience(Image.wrap(width, image.height(), pixels));
    }
}
