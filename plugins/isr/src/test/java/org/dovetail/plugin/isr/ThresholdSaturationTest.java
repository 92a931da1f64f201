package org.dovetail.plugin.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dovetail.image.Box;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.role.isr.SaturationMasker;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.RawData;
import org.dovetail.testkit.isr.SaturationMaskerTests;
import org.junit.jupiter.api.Test;

class ThresholdSaturationTest implements SaturationMaskerTests {

    private static final Image STAR = Images.impulse(9, 9, 4, 4, RawData.SATURATION);

    @Override
    public SaturationMasker masker() {
        return with();
    }

    @Test
    void nothingSpreadsUnlessAsked() {
        assertEquals(1, mark(with(), STAR).count(MaskPlanes.SAT));
    }

    @Test
    void marksGrowInAllDirections() {
        Mask mask = mark(with("grow", 2), STAR);
        assertEquals(25, mask.count(MaskPlanes.SAT));
        assertEquals(25, mask.crop(new Box(2, 2, 5, 5)).count(MaskPlanes.SAT));
        assertEquals(1, mask.count(MaskPlanes.SUSPECT));
    }

    @Test
    void marksBleedAlongTheColumnOnly() {
        Mask mask = mark(with("bleed", 3), STAR);
        assertEquals(7, mask.count(MaskPlanes.SAT));
        assertEquals(7, mask.crop(new Box(4, 1, 1, 7)).count(MaskPlanes.SAT));
    }

    @Test
    void marksStopAtTheEdge() {
        Image corner = Images.impulse(9, 9, 8, 0, RawData.SATURATION);
        assertEquals(4, mark(with("grow", 1), corner).count(MaskPlanes.SAT));
    }

    private static Mask mark(SaturationMasker masker, Image data) {
        return masker.mark(RawData.withoutOverscan(RawData.amplifier("A", data.box()), data));
    }

    private static SaturationMasker with(Object... settings) {
        return new ThresholdSaturation(Configs.of(ThresholdSaturation.Config.class, settings));
    }
}
