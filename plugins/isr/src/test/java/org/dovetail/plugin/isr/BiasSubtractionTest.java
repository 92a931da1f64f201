package org.dovetail.plugin.isr;

import org.dovetail.role.isr.BiasCorrector;
import org.dovetail.testkit.isr.BiasCorrectorTests;

class BiasSubtractionTest implements BiasCorrectorTests {

    @Override
    public BiasCorrector corrector() {
        return new BiasSubtraction();
    }
}
