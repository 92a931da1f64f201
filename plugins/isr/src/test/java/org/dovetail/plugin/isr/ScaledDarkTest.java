package org.dovetail.plugin.isr;

import org.dovetail.role.isr.DarkCorrector;
import org.dovetail.testkit.isr.DarkCorrectorTests;

class ScaledDarkTest implements DarkCorrectorTests {

    @Override
    public DarkCorrector corrector() {
        return new ScaledDark();
    }
}
