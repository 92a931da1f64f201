package org.dovetail.plugin.isr;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Interruption;
import org.dovetail.task.TaskException;

/**
 * Walks through an image and a calibration frame, pixel beside pixel. Where the frame cannot be
 * used the pixel is marked BAD and left as it is.
 */
final class CalibrationRows {

    private CalibrationRows() {}

    /** What becomes of one pixel. */
    interface Correction {

        /** Returns whether a value of the frame can be used; only finite ones are asked for. */
        boolean usable(float frame);

        /** Returns the corrected value. */
        float value(float value, float frame);

        /** Returns the variance of the corrected value. */
        float variance(float value, float variance, float frame, float frameVariance);
    }

    static MaskedImage correct(MaskedImage image, CalibrationFrame frame, Correction correction) {
        requireSameSize(image, frame);
        int width = image.width();
        float[] values = image.science().toArray();
        float[] variances = image.variance().toArray();
        int[] marks = image.mask().toArray();
        int bad = image.mask().planes().bits(MaskPlanes.BAD);
        MaskedImage calibration = frame.image();
        int unusable = calibration.mask().planes().bits(MaskPlanes.BAD, MaskPlanes.NO_DATA);
        float[] frameValues = new float[width];
        float[] frameVariances = new float[width];
        int[] frameMarks = new int[width];
        for (int y = 0; y < image.height(); y++) {
            Interruption.check("applying the " + frame.kind() + " frame");
            calibration.science().row(y, frameValues);
            calibration.variance().row(y, frameVariances);
            calibration.mask().row(y, frameMarks);
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                float c = frameValues[x];
                if ((frameMarks[x] & unusable) != 0
                        || !Float.isFinite(c)
                        || !correction.usable(c)) {
                    marks[i] |= bad;
                    continue;
                }
                float v = values[i];
                values[i] = correction.value(v, c);
                if (Float.isFinite(v)) {
                    variances[i] = correction.variance(v, variances[i], c, frameVariances[x]);
                }
            }
        }
        return new MaskedImage(
                Image.wrap(width, image.height(), values),
                Mask.wrap(width, image.height(), image.mask().planes(), marks),
                Image.wrap(width, image.height(), variances));
    }

    private static void requireSameSize(MaskedImage image, CalibrationFrame frame) {
        if (!image.science().sameSize(frame.image().science())) {
            throw new TaskException(
                    ErrorCode.MISMATCHED_INPUT,
                    "the " + frame.kind() + " '" + frame.info().name() + "' is "
                            + frame.image().science().size() + ", the image is "
                            + image.science().size());
        }
    }
}
