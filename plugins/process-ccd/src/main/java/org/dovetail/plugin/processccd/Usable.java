package org.dovetail.plugin.processccd;

import org.dovetail.image.Exposure;
import org.dovetail.image.Image;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** Refuses frames of which nothing can be learned, by name. */
final class Usable {

    private Usable() {}

    /** Requires a finite value in the raw data. */
    static void requireValues(RawExposure raw) {
        for (RawAmplifier amplifier : raw.amplifiers()) {
            if (hasValue(amplifier.data())) {
                return;
            }
        }
        throw new TaskException(
                ErrorCode.NO_USABLE_PIXELS,
                "none of the " + raw.detector().width() + " x " + raw.detector().height()
                        + " pixels of '" + raw.info().name() + "' is finite");
    }

    private static boolean hasValue(Image image) {
        float[] row = new float[image.width()];
        for (int y = 0; y < image.height(); y++) {
            image.row(y, row);
            for (float value : row) {
                if (Float.isFinite(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Requires a pixel that is neither bad nor saturated and has a value. */
    static void requirePixels(Exposure exposure) {
        long unusable =
                exposure.image().mask().count(MaskPlanes.BAD, MaskPlanes.SAT, MaskPlanes.NO_DATA);
        if (unusable == exposure.image().science().box().area()) {
            throw new TaskException(
                    ErrorCode.NO_USABLE_PIXELS,
                    "all of the " + exposure.image().science().size() + " pixels of '"
                            + exposure.info().name() + "' are bad, saturated or without a value");
        }
    }
}
