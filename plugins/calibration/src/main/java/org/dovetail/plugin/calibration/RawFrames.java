package org.dovetail.plugin.calibration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Detector;
import org.dovetail.image.ExposureInfo;
import org.dovetail.image.Header;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawExposure;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * The raw exposures that one calibration frame is made of; of the same detector.
 *
 * @param exposures at least one
 */
record RawFrames(List<RawExposure> exposures) {

    /** Refuses exposures that do not go together, by their names. */
    RawFrames {
        if (exposures.isEmpty()) {
            throw new TaskException(
                    ErrorCode.INCOMPLETE_INPUT, "there is no raw exposure to make a frame of");
        }
        exposures = List.copyOf(exposures);
        RawExposure first = exposures.get(0);
        for (RawExposure other : exposures) {
            requireSame(first, other, raw -> describe(raw.detector()));
        }
    }

    /** Refuses exposures in different filters. */
    RawFrames inOneFilter() {
        for (RawExposure other : exposures) {
            requireSame(
                    exposures.get(0),
                    other,
                    raw -> raw.info()
                            .filter()
                            .map(filter -> "in filter " + filter)
                            .orElse("without filter"));
        }
        return this;
    }

    private static void requireSame(
            RawExposure first, RawExposure other, Function<RawExposure, String> property) {
        String expected = property.apply(first);
        String actual = property.apply(other);
        if (!expected.equals(actual)) {
            throw new TaskException(
                    ErrorCode.MISMATCHED_INPUT,
                    "'" + first.info().name() + "' is " + expected + ", '"
                            + other.info().name() + "' is " + actual + "; they cannot be combined");
        }
    }

    private static String describe(Detector detector) {
        return "of detector " + detector.name() + " of " + detector.width() + " x "
                + detector.height() + " pixels";
    }

    /**
     * Makes the frame of the combined pixels.
     *
     * @param kind what it describes
     * @param image the combined pixels
     * @param unit their unit
     * @return the frame
     * @throws TaskException with {@code NO_USABLE_PIXELS} if no pixel has a value
     */
    CalibrationFrame frame(CalibrationFrame.Kind kind, MaskedImage image, PixelUnit unit) {
        if (image.mask().count(MaskPlanes.NO_DATA, MaskPlanes.BAD)
                == image.science().box().area()) {
            throw new TaskException(
                    ErrorCode.NO_USABLE_PIXELS,
                    "no pixel of the " + kind + " has a value; it is made of " + exposures.size()
                            + " exposures, the first is '"
                            + exposures.get(0).info().name()
                            + "'");
        }
        Header header = Header.EMPTY.with(
                new Header.Card("NBADPIX", image.mask().count(MaskPlanes.BAD), "bad pixels"));
        return new CalibrationFrame(kind, image, unit, exposures.size(), info(kind), header);
    }

    /** What the exposures have in common; whatever their order. */
    private ExposureInfo info(CalibrationFrame.Kind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return new ExposureInfo(
                name,
                mean(raw -> raw.info().exposureSeconds()),
                mean(raw -> raw.info().darkSeconds()),
                common(raw -> raw.info().filter()),
                exposures.stream()
                        .flatMap(raw -> raw.info().dateObs().stream())
                        .min(String::compareTo),
                Optional.of(name));
    }

    private double mean(ToDoubleFunction<RawExposure> seconds) {
        double[] sorted = exposures.stream().mapToDouble(seconds).sorted().toArray();
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        return sum / sorted.length;
    }

    private Optional<String> common(Function<RawExposure, Optional<String>> property) {
        Optional<String> first = property.apply(exposures.get(0));
        boolean same = exposures.stream().map(property).allMatch(first::equals);
        return same ? first : Optional.empty();
    }
}
