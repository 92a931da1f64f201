package org.dovetail.plugin.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Image;
import org.dovetail.image.RawAmplifier;
import org.dovetail.task.Interruption;

/**
 * Reads electrons out through the amplifiers of a camera.
 *
 * <p><b>Method.</b> Each value is {@code electrons / gain + bias}, with Gaussian read noise, rounded
 * and clipped to 16 bits. The bias is the amplifier's level, moved by a few ADU from frame to frame,
 * a slow drift along the rows, which the overscan shows too, and a pattern of columns, which it does
 * not.
 */
final class ReadOut {

    private static final double LEVEL_SCATTER = 4;
    private static final double DRIFT = 6;
    private static final int GREATEST = 65535;

    private final Camera camera;
    private final int overscan;

    /**
     * Prepares a camera's read-out.
     *
     * @param overscan how many columns are read after the data; 0 for none
     */
    ReadOut(Camera camera, int overscan) {
        this.camera = camera;
        this.overscan = overscan;
    }

    /** Reads a frame of electrons on the detector; each amplifier has a seed of its own. */
    List<RawAmplifier> read(float[] electrons, RandomNumbers random) {
        List<RawAmplifier> read = new ArrayList<>();
        for (int i = 0; i < camera.detector().amplifiers().size(); i++) {
            read.add(read(electrons, i, random.child("amplifier", i)));
        }
        return read;
    }

    private RawAmplifier read(float[] electrons, int index, RandomNumbers random) {
        Amplifier amplifier = camera.detector().amplifiers().get(index);
        Box box = amplifier.detectorBox();
        double level = Camera.biasLevel(index) + LEVEL_SCATTER * random.gaussian();
        double noise = amplifier.readNoise() / amplifier.gain();
        float[] data = new float[box.width() * box.height()];
        float[] strip = new float[overscan * box.height()];
        for (int row = 0; row < box.height(); row++) {
            Interruption.check("reading a simulated frame");
            double base = level + DRIFT * Math.exp(-3.0 * row / box.height());
            int y = amplifier.flipY() ? box.endY() - 1 - row : box.y() + row;
            for (int column = 0; column < box.width(); column++) {
                int x = amplifier.flipX() ? box.endX() - 1 - column : box.x() + column;
                double signal = electrons[y * camera.detector().width() + x] / amplifier.gain();
                double bias = base + camera.biasColumn(index, column);
                data[row * box.width() + column] =
                        digital(signal + bias + noise * random.gaussian());
            }
            for (int column = 0; column < overscan; column++) {
                strip[row * overscan + column] = digital(base + noise * random.gaussian());
            }
        }
        Optional<Image> serial = overscan == 0
                ? Optional.empty()
                : Optional.of(Image.wrap(overscan, box.height(), strip));
        Image image = Image.wrap(box.width(), box.height(), data);
        return new RawAmplifier(amplifier, image, serial, Optional.empty());
    }

    private static float digital(double value) {
        return (float) Math.min(GREATEST, Math.max(0, Math.rint(value)));
    }
}
