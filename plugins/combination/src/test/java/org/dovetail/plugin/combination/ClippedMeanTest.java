package org.dovetail.plugin.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.calibration.FrameCombiner;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.calibration.FrameCombinerTests;
import org.junit.jupiter.api.Test;

class ClippedMeanTest implements FrameCombinerTests {

    @Override
    public FrameCombiner combiner() {
        return with();
    }

    @Test
    void outlierIsDroppedByTheScatterOfTheRest() { // median 12, deviations 2 1 0 1 88: MAD 1
        MaskedImage result = combine(with(), 0, 10, 11, 12, 13, 100);
        assertEquals(11.5, result.science().get(0, 0));
        assertEquals(5.0 / 3 / 4, result.variance().get(0, 0), 1e-6); // of 10 11 12 13, over 4
    }

    @Test
    void knownVarianceKeepsWhatItExplains() { // limit 3 * 30; 100 - 12 is less
        MaskedImage result = combine(with(), 900, 10, 11, 12, 13, 100);
        assertEquals(29.2, result.science().get(0, 0), 1e-5);
        assertEquals(900.0 / 5, result.variance().get(0, 0), 1e-3);
    }

    @Test
    void knownVarianceRejectsInThreeFrames() { // limit 3 * 2 from the median 11
        MaskedImage result = combine(with(), 4, 10, 11, 30);
        assertEquals(10.5, result.science().get(0, 0));
        assertEquals(2, result.variance().get(0, 0), 1e-6);
    }

    @Test
    void clippingIsRepeated() {
        // 1: median 13, MAD 2, limit 8.9: 40 goes; 2: median 12.5, MAD 1.5, limit 6.7: 20 goes
        MaskedImage result = combine(with(), 0, 11, 11, 12, 13, 14, 20, 40);
        assertEquals(12.2, result.science().get(0, 0), 1e-5);
        MaskedImage once = combine(with("iterations", 1), 0, 11, 11, 12, 13, 14, 20, 40);
        assertEquals(13.5, once.science().get(0, 0), 1e-5);
    }

    @Test
    void withoutIterationsItIsTheMean() {
        assertEquals(
                40, combine(with("iterations", 0), 0, 10, 10, 100).science().get(0, 0));
    }

    @Test
    void varianceOfOneValueIsNotKnown() {
        assertEquals(0, combine(with(), 0, 10).variance().get(0, 0));
    }

    private static MaskedImage combine(FrameCombiner combiner, double variance, double... values) {
        List<MaskedImage> stack = DoubleStream.of(values)
                .mapToObj(value ->
                        MaskedImage.of(Images.row(value)).withVariance(Images.row(variance)))
                .toList();
        return combiner.combine(stack);
    }

    private static FrameCombiner with(Object... settings) {
        return new ClippedMean(Configs.of(ClippedMean.Config.class, settings));
    }
}
