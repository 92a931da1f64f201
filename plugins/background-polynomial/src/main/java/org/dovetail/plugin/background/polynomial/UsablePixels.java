package org.dovetail.plugin.background.polynomial;

import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;

/** The rows of an image with NaN for pixels that are not to be used. */
final class UsablePixels {

    private final Image image;
    private final Mask mask;
    private final int ignored;
    private final int[] marks;

    UsablePixels(MaskedImage image, String[] ignoredPlanes) {
        this.image = image.science();
        mask = image.mask();
        ignored = mask.planes().bits(ignoredPlanes) | mask.planes().bits(MaskPlanes.NO_DATA);
        marks = new int[image.width()];
    }

    int width() {
        return image.width();
    }

    int height() {
        return image.height();
    }

    /** Copies a row. */
    void row(int y, float[] into) {
        image.row(y, into);
        mask.row(y, marks);
        for (int x = 0; x < marks.length; x++) {
            if ((marks[x] & ignored) != 0) {
                into[x] = Float.NaN;
            }
        }
    }
}
