package org.dovetail.testkit.isr;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Detector;
import org.dovetail.image.ExposureInfo;
import org.dovetail.image.Header;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;

/** Small detectors and what they read out. */
public final class RawData {

    /** Electrons per ADU of the amplifiers made here. */
    public static final double GAIN = 2;
    /** Read noise of the amplifiers made here, in electrons. */
    public static final double READ_NOISE = 10;
    /** The raw value from which the amplifiers made here are saturated, in ADU. */
    public static final double SATURATION = 60_000;
    /** The raw value from which the amplifiers made here are suspect, in ADU. */
    public static final double LINEARITY_LIMIT = 50_000;

    private RawData() {}

    /** Describes an amplifier that reads forwards. */
    public static Amplifier amplifier(String name, Box box) {
        return amplifier(name, box, false, false, GAIN);
    }

    /** Describes an amplifier. */
    public static Amplifier amplifier(
            String name, Box box, boolean flipX, boolean flipY, double gain) {
        return new Amplifier(
                name, box, flipX, flipY, gain, READ_NOISE, SATURATION, LINEARITY_LIMIT);
    }

    /** Makes what one amplifier at the origin read out. */
    public static RawAmplifier read(Image data, Image serialOverscan) {
        Box box = new Box(0, 0, data.width(), data.height());
        return new RawAmplifier(
                amplifier("A", box), data, Optional.of(serialOverscan), Optional.empty());
    }

    /** Makes what one amplifier without overscan read out. */
    public static RawAmplifier withoutOverscan(Amplifier amplifier, Image data) {
        return new RawAmplifier(amplifier, data, Optional.empty(), Optional.empty());
    }

    /** Describes a detector of one amplifier. */
    public static Detector detector(int width, int height, Box... defects) {
        return detector(
                width, height, List.of(amplifier("A", new Box(0, 0, width, height))), defects);
    }

    /** Describes a detector. */
    public static Detector detector(
            int width, int height, List<Amplifier> amplifiers, Box... defects) {
        return new Detector("CCD1", width, height, amplifiers, List.of(defects));
    }

    /**
     * Describes a detector of four amplifiers, each of which reads towards its own corner, with
     * gains of 1, 2, 3 and 4 electrons per ADU.
     */
    public static Detector quadrants(int width, int height) {
        int w = width / 2;
        int h = height / 2;
        return detector(
                width,
                height,
                List.of(
                        amplifier("A", new Box(0, 0, w, h), false, false, 1),
                        amplifier("B", new Box(w, 0, width - w, h), true, false, 2),
                        amplifier("C", new Box(0, h, w, height - h), false, true, 3),
                        amplifier("D", new Box(w, h, width - w, height - h), true, true, 4)));
    }

    /** Makes what is known of an exposure, with equal exposure and dark time. */
    public static ExposureInfo info(String name, double seconds) {
        return new ExposureInfo(
                name,
                seconds,
                seconds,
                Optional.of("V"),
                Optional.of("2024-05-13T04:00:00"),
                Optional.of("test field"));
    }

    /** Makes a raw exposure of a detector of one amplifier. */
    public static RawExposure exposure(String name, double seconds, Image data, Image overscan) {
        RawAmplifier amplifier = read(data, overscan);
        return exposure(
                name,
                seconds,
                detector(data.width(), data.height(), List.of(amplifier.amplifier())),
                List.of(amplifier));
    }

    /** Makes a raw exposure. */
    public static RawExposure exposure(
            String name, double seconds, Detector detector, List<RawAmplifier> amplifiers) {
        return new RawExposure(
                detector, amplifiers, info(name, seconds), Header.EMPTY, Optional.empty());
    }

    /** Makes a bias frame in electrons. */
    public static CalibrationFrame bias(MaskedImage image) {
        return frame(CalibrationFrame.Kind.BIAS, image, PixelUnit.ELECTRON);
    }

    /** Makes a dark frame in electrons a second. */
    public static CalibrationFrame dark(MaskedImage image) {
        return frame(CalibrationFrame.Kind.DARK, image, PixelUnit.ELECTRON_PER_SECOND);
    }

    /** Makes a flat field. */
    public static CalibrationFrame flat(MaskedImage image) {
        return frame(CalibrationFrame.Kind.FLAT, image, PixelUnit.NONE);
    }

    /** Makes a calibration frame named after its kind. */
    public static CalibrationFrame frame(
            CalibrationFrame.Kind kind, MaskedImage image, PixelUnit unit) {
        String name = "the-" + kind.name().toLowerCase(Locale.ROOT);
        return new CalibrationFrame(kind, image, unit, 5, info(name, 100), Header.EMPTY);
    }
}
