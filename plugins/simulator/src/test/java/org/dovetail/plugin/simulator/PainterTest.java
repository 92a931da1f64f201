package org.dovetail.plugin.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dovetail.plugin.simulator.Source.Profile;
import org.dovetail.plugin.simulator.Source.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PainterTest {

    private static final int SIZE = 301;

    @ParameterizedTest
    @CsvSource({"150, 150, 3.5", "150.4, 149.7, 1.6", "149.51, 150.5, 6"})
    void starHasItsFluxAndCenter(double x, double y, double fwhm) {
        float[] frame = new float[SIZE * SIZE];
        new Painter(SIZE, SIZE, fwhm, 3.5).star(frame, x, y, 1e6);
        double[] moments = moments(frame);
        assertEquals(1e6, moments[0], 1e3); // wings beyond the floor and the pixels' integral
        assertEquals(x, moments[1], 2e-3);
        assertEquals(y, moments[2], 2e-3);
    }

    @Test
    void starHasItsWidth() {
        float[] frame = new float[SIZE * SIZE];
        new Painter(SIZE, SIZE, 10, 3.5).star(frame, 150, 150, 1e6);
        double half = frame[150 * SIZE + 150] / 2;
        assertEquals(1, frame[150 * SIZE + 155] / half, 0.01); // integrated over pixels
    }

    @ParameterizedTest
    @CsvSource({"DISK, 3", "BULGE, 3", "DISK, 12"})
    void galaxyHasItsFluxCenterAndOrientation(Profile profile, double radius) {
        float[] frame = new float[SIZE * SIZE];
        Shape shape = new Shape(profile, 1, 0.4, 30);
        new Painter(SIZE, SIZE, 3.5, 3.5).galaxy(frame, 150.3, 149.6, 1e6, shape, radius);
        double[] moments = moments(frame);
        assertEquals(1e6, moments[0], 1e4);
        assertEquals(150.3, moments[1], 0.02);
        assertEquals(149.6, moments[2], 0.02);
        double angle = Math.toDegrees(Math.atan2(2 * moments[5], moments[3] - moments[4]) / 2);
        assertEquals(30, angle, 0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exponential", "deVaucouleurs"})
    void halfOfTheLightIsInsideTheHalfLightRadius(String name) {
        Mixture profile =
                name.equals("exponential") ? Mixture.exponential() : Mixture.deVaucouleurs();
        assertEquals(1, inside(profile, 1e9), 1e-12);
        assertEquals(0.5, inside(profile, 1), 0.03); // wings are cut
        // exponential: 1 - (1 + bR) exp(-bR); de Vaucouleurs: tables of Young (1976), rounded
        assertEquals(name.equals("exponential") ? 0.848 : 0.69, inside(profile, 2), 0.03);
    }

    @Test
    void mixtureIsNearTheMoffatProfile() {
        Mixture moffat = Mixture.moffat(3.5);
        double square = 0.25 / (Math.pow(2, 1 / 3.5) - 1);
        for (double r = 0.2; r < 2; r += 0.2) {
            double exact = 1 - Math.pow(1 + r * r / square, -2.5);
            assertEquals(exact, inside(moffat, r), 0.02);
        }
    }

    private static double inside(Mixture profile, double radius) {
        double sum = 0;
        for (int i = 0; i < profile.size(); i++) {
            sum += profile.weights()[i]
                    * (1 - Math.exp(-radius * radius / (2 * profile.variances()[i])));
        }
        return sum;
    }

    /** Sum, center and second moments xx, yy, xy. */
    private static double[] moments(float[] frame) {
        double[] m = new double[6];
        for (int i = 0; i < frame.length; i++) {
            m[0] += frame[i];
            m[1] += frame[i] * (double) (i % SIZE);
            m[2] += frame[i] * (double) (i / SIZE);
        }
        m[1] /= m[0];
        m[2] /= m[0];
        for (int i = 0; i < frame.length; i++) {
            double dx = i % SIZE - m[1];
            double dy = i / SIZE - m[2];
            m[3] += frame[i] * dx * dx / m[0];
            m[4] += frame[i] * dy * dy / m[0];
            m[5] += frame[i] * dx * dy / m[0];
        }
        return m;
    }
}
