package org.dovetail.plugin.simulator;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;

/**
 * A detector with its faults: what is the same in all frames of a survey.
 *
 * <p>Amplifiers lie side by side, in two rows from four amplifiers on; every second column of them
 * reads from the right, and the upper row from the top. Amplifier i has {@code 1 + 0.04 i} times the
 * configured gain and {@code 1 + 0.1 i} times the configured read noise. Hot pixels have exponential
 * dark currents with a mean of 2 electrons a second; those above 5 are on the list of defects, as are
 * dead pixels and dead columns.
 */
final class Camera {

    /** The bias level of the first amplifier, in ADU; each further one has 40 more. */
    static final double BIAS_LEVEL = 1000;

    private static final double BIAS_STEP = 40;
    private static final double HOT_MEAN = 2;
    private static final double HOT_LIMIT = 5;
    private static final double SATURATION_MARGIN = 0.98;

    private final Detector detector;
    private final float[] response;
    private final float[] darkRate;
    private final double[][] biasColumns;

    private Camera(Detector detector, float[] response, float[] darkRate, double[][] biasColumns) {
        this.detector = detector;
        this.response = response;
        this.darkRate = darkRate;
        this.biasColumns = biasColumns;
    }

    /** Builds the camera of a survey. */
    static Camera build(SurveySimulator.Config config, RandomNumbers random) {
        int width = config.width();
        int height = config.height();
        float[] response = Response.draw(width, height, config, random.child("response", 0));
        List<Box> defects = new ArrayList<>();
        float[] darkRate = dark(config, random.child("dark", 0), defects);
        kill(config, random.child("defects", 0), response, defects);
        List<Amplifier> amplifiers = amplifiers(config);
        double[][] bias = new double[amplifiers.size()][];
        for (int i = 0; i < bias.length; i++) {
            int columns = amplifiers.get(i).detectorBox().width();
            bias[i] = biasColumns(columns, random.child("bias", i));
        }
        Detector detector = new Detector("simulated", width, height, amplifiers, defects);
        return new Camera(detector, response, darkRate, bias);
    }

    Detector detector() {
        return detector;
    }

    /** Returns the response to light of a pixel, with a median of 1; 0 in a dead one. */
    float response(int pixel) {
        return response[pixel];
    }

    /** Returns the dark current of a pixel, in electrons a second. */
    float darkRate(int pixel) {
        return darkRate[pixel];
    }

    /** Returns the bias level of an amplifier, in ADU. */
    static double biasLevel(int amplifier) {
        return BIAS_LEVEL + BIAS_STEP * amplifier;
    }

    /** Returns what the bias of a read-out column has over the level, in ADU. */
    double biasColumn(int amplifier, int column) {
        return biasColumns[amplifier][column];
    }

    private static List<Amplifier> amplifiers(SurveySimulator.Config config) {
        int count = config.amplifiers();
        int rows = SurveySimulator.amplifierRows(count);
        int columns = count / rows;
        int width = config.width() / columns;
        int height = config.height() / rows;
        List<Amplifier> amplifiers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int column = i % columns;
            int row = i / columns;
            double gain = config.gain() * (1 + 0.04 * i);
            double full = biasLevel(i) + SATURATION_MARGIN * config.fullWell() / gain;
            amplifiers.add(new Amplifier(
                    "A" + (i + 1),
                    new Box(column * width, row * height, width, height),
                    column % 2 == 1,
                    row == 1,
                    gain,
                    config.readNoise() * (1 + 0.1 * i),
                    Math.min(65535, Math.floor(full)),
                    Double.POSITIVE_INFINITY));
        }
        return amplifiers;
    }

    private static double[] biasColumns(int columns, RandomNumbers random) {
        double[] bias = new double[columns];
        for (int x = 0; x < columns; x++) {
            bias[x] = 3 * Math.sin(x / 9.0) + 8 * Math.exp(-x / 20.0) + random.gaussian();
        }
        return bias;
    }

    private static float[] dark(
            SurveySimulator.Config config, RandomNumbers random, List<Box> defects) {
        float[] rate = new float[config.width() * config.height()];
        float usual = (float) config.darkCurrent();
        double hotPixels = config.hotPixels();
        for (int i = 0; i < rate.length; i++) {
            rate[i] = usual;
            if (random.uniform() < hotPixels) {
                double hot = HOT_MEAN * random.exponential();
                rate[i] += (float) hot;
                if (hot > HOT_LIMIT) {
                    defects.add(new Box(i % config.width(), i / config.width(), 1, 1));
                }
            }
        }
        return rate;
    }

    private static void kill(
            SurveySimulator.Config config,
            RandomNumbers random,
            float[] response,
            List<Box> defects) {
        for (int i = 0; i < config.badColumns(); i++) {
            defects.add(new Box(random.index(config.width()), 0, 1, config.height()));
        }
        for (int i = 0; i < config.deadPixels(); i++) {
            int x = random.index(config.width());
            defects.add(new Box(x, random.index(config.height()), 1, 1));
        }
        int dead = config.badColumns() + config.deadPixels();
        for (Box box : defects.subList(defects.size() - dead, defects.size())) {
            for (int y = box.y(); y < box.endY(); y++) {
                response[y * config.width() + box.x()] = 0;
            }
        }
    }
}
