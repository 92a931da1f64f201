package org.dovetail.plugin.isr;

import org.dovetail.role.isr.AmplifierAssembler;
import org.dovetail.testkit.isr.AmplifierAssemblerTests;

class SectionAssemblerTest implements AmplifierAssemblerTests {

    @Override
    public AmplifierAssembler assembler() {
        return new SectionAssembler();
    }
}
