package org.dovetail.plugin.overscan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dovetail.image.Image;
import org.dovetail.role.isr.OverscanCorrector;
import org.dovetail.role.isr.OverscanResult;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.MeasuredOverscanTests;
import org.dovetail.testkit.isr.RawData;
import org.junit.jupiter.api.Test;

class SplineOverscanTest implements MeasuredOverscanTests {

    private static final int ROWS = 600;

    @Override
    public OverscanCorrector corrector() {
        return with();
    }

    @Test
    void cubicIsReproduced() {
        OverscanResult result = with("knotSpacing", 200)
                .correct(RawData.read(
                        Images.of(1, ROWS, (x, y) -> cubic(y)),
                        Images.of(8, ROWS, (x, y) -> cubic(y))));
        assertEquals(0, greatest(result.data()), 2e-4); // the rounding of a float, twice
    }

    @Test
    void driftIsFollowedBetterThanTheNoiseOfARow() {
        Image noise = Images.noise(11, 24, ROWS, 0, 5); // a row's mean: 5/sqrt(24) = 1.02
        OverscanResult result = with("knotSpacing", 100)
                .correct(RawData.read(
                        Images.of(1, ROWS, (x, y) -> drift(y)),
                        Images.of(24, ROWS, (x, y) -> drift(y) + noise.get(x, y))));
        double sum = 0;
        for (float value : result.data().toArray()) {
            sum += value * value;
        }
        // nine coefficients of 600 rows: 1.02 * sqrt(9/600) = 0.125, and the drift is no spline
        assertEquals(0, Math.sqrt(sum / ROWS), 0.2);
    }

    @Test
    void rowsHitAsAWholeAreDropped() {
        OverscanResult result = with().correct(RawData.read(
                Images.constant(1, ROWS, 1000),
                Images.of(8, ROWS, (x, y) -> y == 77 ? 60_000 : 1000 + x % 2)));
        assertEquals(-0.5, result.data().get(0, 77), 1e-3);
    }

    @Test
    void gapIsBridgedByALine() {
        OverscanResult result = with("knotSpacing", 20)
                .correct(RawData.read(
                        Images.of(1, ROWS, (x, y) -> 1000 + y),
                        Images.of(8, ROWS, (x, y) -> y > 200 && y < 350 ? Double.NaN : 1000 + y)));
        assertEquals(0, greatest(result.data()), 1e-2);
    }

    private static double cubic(int y) {
        double t = y / 300.0 - 1;
        return 1000 + 20 * t - 15 * t * t + 30 * t * t * t;
    }

    private static double drift(int y) {
        return 1000 + 10 * Math.exp(-y / 100.0) + 3 * Math.sin(y / 90.0);
    }

    private static double greatest(Image image) {
        return Images.difference(Images.constant(image.width(), image.height(), 0), image);
    }

    private static OverscanCorrector with(Object... settings) {
        return new SplineOverscan(Configs.of(SplineOverscan.Config.class, settings));
    }
}
