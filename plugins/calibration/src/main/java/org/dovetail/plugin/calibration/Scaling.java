package org.dovetail.plugin.calibration;

import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;

/** Divides images by numbers. */
final class Scaling {

    private Scaling() {}

    /** Returns an image over a number, and its variance over the square of the number. */
    static MaskedImage divide(MaskedImage image, double divisor) {
        float[] values = image.science().toArray();
        float[] variances = image.variance().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] / divisor);
            variances[i] = (float) (variances[i] / (divisor * divisor));
        }
        return new MaskedImage(
                Image.wrap(image.width(), image.height(), values),
                image.mask(),
                Image.wrap(image.width(), image.height(), variances));
    }
}
