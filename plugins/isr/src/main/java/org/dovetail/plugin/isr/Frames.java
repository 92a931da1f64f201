package org.dovetail.plugin.isr;

import java.util.Optional;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.CalibrationFrame.Kind;
import org.dovetail.image.Detector;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawExposure;
import org.dovetail.role.isr.Calibrations;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * The calibration frames for one exposure, checked and in the units that the correctors want.
 *
 * @param bias in electrons
 * @param dark in electrons a second
 * @param flat a pure number
 */
record Frames(
        Optional<CalibrationFrame> bias,
        Optional<CalibrationFrame> dark,
        Optional<CalibrationFrame> flat) {

    /** Checks and converts the frames. */
    static Frames of(RawExposure raw, Calibrations calibrations) {
        Detector detector = raw.detector();
        return new Frames(
                calibrations
                        .bias()
                        .map(frame -> checked(raw, frame, Kind.BIAS))
                        .map(frame -> electrons(frame, detector)),
                calibrations
                        .dark()
                        .map(frame -> checked(raw, frame, Kind.DARK))
                        .map(frame -> electronsPerSecond(frame, detector)),
                calibrations
                        .flat()
                        .map(frame -> checked(raw, frame, Kind.FLAT))
                        .map(frame -> throughTheSameFilter(raw, frame))
                        .map(Frames::pureNumber));
    }

    private static CalibrationFrame checked(RawExposure raw, CalibrationFrame frame, Kind kind) {
        if (frame.kind() != kind) {
            throw new TaskException(
                    ErrorCode.MISMATCHED_INPUT,
                    "'" + frame.info().name() + "' is a " + frame.kind() + " frame; a " + kind
                            + " is needed for '" + raw.info().name() + "'");
        }
        Detector detector = raw.detector();
        if (frame.image().width() != detector.width()
                || frame.image().height() != detector.height()) {
            throw new TaskException(
                    ErrorCode.MISMATCHED_INPUT,
                    "the " + kind + " '" + frame.info().name() + "' is "
                            + frame.image().science().size() + " pixels, the detector '"
                            + detector.name() + "' of '" + raw.info().name() + "' is "
                            + detector.width() + " x " + detector.height());
        }
        return frame;
    }

    /** The response depends on the filter; where one of the two is not known, nothing is said. */
    private static CalibrationFrame throughTheSameFilter(RawExposure raw, CalibrationFrame flat) {
        Optional<String> taken = raw.info().filter();
        Optional<String> filter = flat.info().filter();
        if (taken.isPresent() && filter.isPresent() && !taken.equals(filter)) {
            throw new TaskException(
                    ErrorCode.MISMATCHED_INPUT,
                    "the FLAT '" + flat.info().name() + "' is of the filter '" + filter.get()
                            + "', '" + raw.info().name() + "' was taken through '" + taken.get()
                            + "'");
        }
        return flat;
    }

    private static CalibrationFrame electrons(CalibrationFrame frame, Detector detector) {
        return switch (frame.unit()) {
            case ELECTRON -> frame;
            case ADU -> timesGain(frame, detector);
            default -> throw wrongUnit(frame, "electron or adu");
        };
    }

    /** A dark in electrons or ADU is what was collected in its own dark time. */
    private static CalibrationFrame electronsPerSecond(CalibrationFrame frame, Detector detector) {
        if (frame.unit() == PixelUnit.ELECTRON_PER_SECOND) {
            return frame;
        }
        CalibrationFrame collected = electrons(frame, detector);
        double seconds = frame.info().darkSeconds();
        if (!(seconds > 0)) {
            throw new TaskException(
                    ErrorCode.INCOMPLETE_INPUT,
                    "the DARK '" + frame.info().name() + "' is in "
                            + frame.unit().fits() + " and its dark time is not known");
        }
        MaskedImage rate =
                scaled(collected.image(), collected.image().science().box(), 1 / seconds);
        return with(frame, rate, PixelUnit.ELECTRON_PER_SECOND);
    }

    private static CalibrationFrame pureNumber(CalibrationFrame frame) {
        if (frame.unit() != PixelUnit.NONE) {
            throw wrongUnit(frame, "no unit, divided by its median");
        }
        return frame;
    }

    private static TaskException wrongUnit(CalibrationFrame frame, String wanted) {
        return new TaskException(
                ErrorCode.MISMATCHED_INPUT,
                "the " + frame.kind() + " '" + frame.info().name() + "' is in '"
                        + frame.unit().fits() + "'; it must be in " + wanted);
    }

    private static CalibrationFrame timesGain(CalibrationFrame frame, Detector detector) {
        MaskedImage image = frame.image();
        for (Amplifier amplifier : detector.amplifiers()) {
            image = scaled(image, amplifier.detectorBox(), amplifier.gain());
        }
        return with(frame, image, PixelUnit.ELECTRON);
    }

    private static MaskedImage scaled(MaskedImage image, Box box, double factor) {
        int width = image.width();
        float[] values = image.science().toArray();
        float[] variances = image.variance().toArray();
        Box inside = box.intersection(image.science().box());
        for (int y = inside.y(); y < inside.endY(); y++) {
            for (int i = y * width + inside.x(); i < y * width + inside.endX(); i++) {
                values[i] = (float) (values[i] * factor);
                variances[i] = (float) (variances[i] * factor * factor);
            }
        }
        return new MaskedImage(
                Image.wrap(width, image.height(), values),
                image.mask(),
                Image.wrap(width, image.height(), variances));
    }

    private static CalibrationFrame with(
            CalibrationFrame frame, MaskedImage image, PixelUnit unit) {
        return new CalibrationFrame(
                frame.kind(), image, unit, frame.frames(), frame.info(), frame.header());
    }
}
