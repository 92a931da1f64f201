package org.dovetail.plugin.isr;

import org.dovetail.role.isr.DefectMasker;
import org.dovetail.testkit.isr.DefectMaskerTests;

class DefectBoxesTest implements DefectMaskerTests {

    @Override
    public DefectMasker masker() {
        return new DefectBoxes();
    }
}
