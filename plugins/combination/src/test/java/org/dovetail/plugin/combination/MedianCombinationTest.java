package org.dovetail.plugin.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.calibration.FrameCombiner;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.calibration.FrameCombinerTests;
import org.junit.jupiter.api.Test;

class MedianCombinationTest implements FrameCombinerTests {

    @Override
    public FrameCombiner combiner() {
        return new MedianCombination();
    }

    @Test
    void middleValueIsTaken() {
        assertEquals(4, median(1, 99, 4));
    }

    @Test
    void middleTwoAreAveraged() {
        assertEquals(5.5, median(1, 99, 4, 7));
    }

    private static double median(double... values) {
        List<MaskedImage> stack = DoubleStream.of(values)
                .mapToObj(value -> MaskedImage.of(Images.row(value)))
                .toList();
        return new MedianCombination().combine(stack).science().get(0, 0);
    }
}
