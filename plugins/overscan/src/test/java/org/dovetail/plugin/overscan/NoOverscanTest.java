package org.dovetail.plugin.overscan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dovetail.image.Image;
import org.dovetail.role.isr.OverscanCorrector;
import org.dovetail.role.isr.OverscanResult;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.OverscanCorrectorTests;
import org.dovetail.testkit.isr.RawData;
import org.junit.jupiter.api.Test;

class NoOverscanTest implements OverscanCorrectorTests {

    @Override
    public OverscanCorrector corrector() {
        return new NoOverscan();
    }

    @Test
    void dataStayAsTheyAre() {
        Image data = Images.noise(1, 5, 6, 100, 3);
        assertEquals(
                new OverscanResult(data, 0, Double.NaN),
                corrector().correct(RawData.read(data, Images.constant(2, 6, 90))));
    }
}
