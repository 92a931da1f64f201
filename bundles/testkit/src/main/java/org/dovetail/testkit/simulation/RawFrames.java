package org.dovetail.testkit.simulation;

import java.util.Arrays;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Image;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;

/** Looks at raw frames without any algorithm of the project. */
public final class RawFrames {

    private RawFrames() {}

    /**
     * Places the amplifiers' data on the detector, less the median of their overscan where there is
     * one, in electrons.
     */
    public static Image assemble(RawExposure raw) {
        int width = raw.detector().width();
        float[] pixels = new float[width * raw.detector().height()];
        for (RawAmplifier part : raw.amplifiers()) {
            Amplifier amplifier = part.amplifier();
            Box box = amplifier.detectorBox();
            double level = part.serialOverscan().map(RawFrames::median).orElse(0.0);
            for (int row = 0; row < box.height(); row++) {
                int y = amplifier.flipY() ? box.endY() - 1 - row : box.y() + row;
                for (int column = 0; column < box.width(); column++) {
                    int x = amplifier.flipX() ? box.endX() - 1 - column : box.x() + column;
                    double electrons = (part.data().get(column, row) - level) * amplifier.gain();
                    pixels[y * width + x] = (float) electrons;
                }
            }
        }
        return Image.wrap(width, raw.detector().height(), pixels);
    }

    /** Returns the median of the values of an image. */
    public static double median(Image image) {
        float[] sorted = image.toArray();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }

    /** Returns the standard deviation by the median of absolute deviations. */
    public static double scatter(Image image) {
        float[] values = image.toArray();
        double center = median(image);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.abs(values[i] - center);
        }
        return 1.4826 * median(Image.wrap(image.width(), image.height(), values));
    }
}
