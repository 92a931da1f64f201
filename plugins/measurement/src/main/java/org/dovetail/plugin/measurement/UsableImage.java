package org.dovetail.plugin.measurement;

import java.util.Arrays;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;

/**
 * Reads pixels of an image, with NaN for those that must not be used; for one thread.
 *
 * <p>These are: pixels that are not finite, pixels marked {@code NO_DATA}, and pixels marked in one
 * of the ignored planes, unless they were filled in since ({@code INTRP}).
 */
final class UsableImage {

    private final Image science;
    private final Mask mask;
    private final int never;
    private final int unlessFilled;
    private final int filled;
    private int[] bits = new int[64];

    UsableImage(MaskedImage image, String[] ignoredPlanes) {
        science = image.science();
        mask = image.mask();
        never = known(mask, MaskPlanes.NO_DATA);
        filled = known(mask, MaskPlanes.INTRP);
        unlessFilled = known(mask, ignoredPlanes);
    }

    /** Returns the bits of the planes that a mask has; nothing is marked in one it lacks. */
    static int known(Mask mask, String... planes) {
        return mask.planes()
                .bits(Arrays.stream(planes)
                        .filter(mask.planes().names()::contains)
                        .toArray(String[]::new));
    }

    int width() {
        return science.width();
    }

    int height() {
        return science.height();
    }

    /** Copies a part of a row that lies inside the image. */
    void row(int x, int y, int count, float[] into, int offset) {
        if (bits.length < count) {
            bits = new int[2 * count];
        }
        science.row(x, y, count, into, offset);
        mask.row(x, y, count, bits);
        for (int i = 0; i < count; i++) {
            int marks = bits[i];
            boolean bad = (marks & never) != 0
                    || (marks & unlessFilled) != 0 && (marks & filled) == 0
                    || !Float.isFinite(into[offset + i]);
            if (bad) {
                into[offset + i] = Float.NaN;
            }
        }
    }
}
