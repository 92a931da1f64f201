package org.dovetail.mutants;

import org.dovetail.plugin.isr.BiasSubtraction;
import org.dovetail.plugin.isr.DefectBoxes;
import org.dovetail.plugin.isr.FlatDivision;
import org.dovetail.plugin.isr.PhotonVariance;
import org.dovetail.plugin.isr.ScaledDark;
import org.dovetail.plugin.isr.SectionAssembler;
import org.dovetail.plugin.isr.StandardInstrumentSignatureRemover;
import org.dovetail.plugin.isr.ThresholdSaturation;
import org.dovetail.plugin.overscan.MedianOverscan;
import org.dovetail.task.Configs;

/** The default trees of composites, in plain Java. */
final class Trees {

    private Trees() {}

    static StandardInstrumentSignatureRemover isr() {
        return new StandardInstrumentSignatureRemover(
                new MedianOverscan(Configs.of(MedianOverscan.Config.class)),
                new ThresholdSaturation(Configs.of(ThresholdSaturation.Config.class)),
                new SectionAssembler(),
                new DefectBoxes(),
                new BiasSubtraction(),
                new PhotonVariance(),
                new ScaledDark(),
                new FlatDivision(Configs.of(FlatDivision.Config.class)));
    }
}
