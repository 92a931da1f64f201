package org.dovetail.plugin.processccd;

import java.util.List;
import org.dovetail.plugin.background.mesh.MeshBackground;
import org.dovetail.plugin.cosmicrays.LaplacianRejector;
import org.dovetail.plugin.detection.ThresholdDetector;
import org.dovetail.plugin.interpolation.NeighborInterpolator;
import org.dovetail.plugin.isr.BiasSubtraction;
import org.dovetail.plugin.isr.DefectBoxes;
import org.dovetail.plugin.isr.FlatDivision;
import org.dovetail.plugin.isr.PhotonVariance;
import org.dovetail.plugin.isr.ScaledDark;
import org.dovetail.plugin.isr.SectionAssembler;
import org.dovetail.plugin.isr.StandardInstrumentSignatureRemover;
import org.dovetail.plugin.isr.ThresholdSaturation;
import org.dovetail.plugin.measurement.ApertureFlux;
import org.dovetail.plugin.measurement.IsophotalCentroid;
import org.dovetail.plugin.measurement.IsophotalFlux;
import org.dovetail.plugin.measurement.IsophotalMoments;
import org.dovetail.plugin.measurement.KronFlux;
import org.dovetail.plugin.measurement.PeakMeasurement;
import org.dovetail.plugin.measurement.SkyCoordinates;
import org.dovetail.plugin.measurement.SourceFlags;
import org.dovetail.plugin.overscan.MedianOverscan;
import org.dovetail.plugin.smoothing.GaussianSmoother;
import org.dovetail.role.isr.InstrumentSignatureRemover;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.task.Configs;

/** The default tree of {@code process-ccd}, in plain Java. */
public final class Trees {

    private Trees() {}

    /** Makes {@code process-ccd}; settings as in {@link Configs#of(Class, Object...)}. */
    public static ProcessCcd processCcd(Object... settings) {
        return new ProcessCcd(
                Configs.of(ProcessCcd.Config.class, settings),
                isr(),
                new LaplacianRejector(Configs.of(LaplacianRejector.Config.class)),
                new NeighborInterpolator(Configs.of(NeighborInterpolator.Config.class)),
                new MeshBackground(Configs.of(MeshBackground.Config.class)),
                new ThresholdDetector(
                        Configs.of(ThresholdDetector.Config.class),
                        new GaussianSmoother(Configs.of(GaussianSmoother.Config.class))),
                measurements());
    }

    static InstrumentSignatureRemover isr() {
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

    static List<MeasurementPlugin> measurements() {
        return List.of(
                new PeakMeasurement(Configs.of(PeakMeasurement.Config.class)),
                new IsophotalCentroid(Configs.of(IsophotalCentroid.Config.class)),
                new IsophotalMoments(Configs.of(IsophotalMoments.Config.class)),
                new IsophotalFlux(Configs.of(IsophotalFlux.Config.class)),
                new ApertureFlux(Configs.of(ApertureFlux.Config.class)),
                new KronFlux(Configs.of(KronFlux.Config.class)),
                new SkyCoordinates(),
                new SourceFlags(Configs.of(SourceFlags.Config.class)));
    }
}
