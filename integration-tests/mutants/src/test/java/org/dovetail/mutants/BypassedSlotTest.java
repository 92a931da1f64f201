package org.dovetail.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dovetail.catalog.Schema;
import org.dovetail.image.Exposure;
import org.dovetail.image.MaskedImage;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.plugin.calibration.MakeBias;
import org.dovetail.plugin.combination.ClippedMean;
import org.dovetail.plugin.extraction.StandardExtractor;
import org.dovetail.plugin.measurement.IsophotalCentroid;
import org.dovetail.plugin.measurement.PeakMeasurement;
import org.dovetail.plugin.smoothing.GaussianSmoother;
import org.dovetail.role.background.Background;
import org.dovetail.role.background.BackgroundEstimator;
import org.dovetail.role.calibration.FrameCombiner;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.detection.SourceDetector;
import org.dovetail.role.extraction.Extraction;
import org.dovetail.role.extraction.SourceExtractor;
import org.dovetail.role.isr.InstrumentSignatureRemover;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.role.smoothing.Smoother;
import org.dovetail.task.Configs;
import org.dovetail.testkit.CompositeTests;
import org.dovetail.testkit.Slots;
import org.dovetail.testkit.detection.SourceDetectorTests;
import org.dovetail.testkit.extraction.SourceExtractorTests;
import org.dovetail.testkit.pipeline.PipelineTaskTests;
import org.junit.jupiter.api.Test;

/** Proves that a composite is found that makes a sub-task itself and bypasses its slot. */
class BypassedSlotTest {

    /** Makes its background itself. */
    public static final class OwnBackground implements SourceExtractor {

        private final SourceExtractor extractor;

        /** Creates an extractor. */
        public OwnBackground(
                BackgroundEstimator background,
                SourceDetector detection,
                List<MeasurementPlugin> measurements) {
            extractor = new StandardExtractor(Trees.background(), detection, measurements);
        }

        @Override
        public Extraction extract(Exposure exposure) {
            return extractor.extract(exposure);
        }
    }

    /** Sets the last measurement up, but measures with another. */
    public static final class OwnMeasurement implements SourceExtractor {

        private final SourceExtractor extractor;

        /** Creates an extractor. */
        public OwnMeasurement(
                BackgroundEstimator background,
                SourceDetector detection,
                List<MeasurementPlugin> measurements) {
            List<MeasurementPlugin> own = new ArrayList<>(measurements);
            MeasurementPlugin last = own.remove(own.size() - 1);
            own.add(schema -> {
                last.prepare(new Schema.Builder());
                return new PeakMeasurement(Configs.of(PeakMeasurement.Config.class))
                        .prepare(schema);
            });
            extractor = new StandardExtractor(background, detection, own);
        }

        @Override
        public Extraction extract(Exposure exposure) {
            return extractor.extract(exposure);
        }
    }

    /** Filters the image itself. */
    public static final class OwnSmoothing implements SourceDetector {

        private final SourceDetector detector = Trees.detection();

        /** Creates a detector. */
        public OwnSmoothing(Smoother smoothing) {}

        @Override
        public Detections detect(MaskedImage subtracted, Background background) {
            return detector.detect(subtracted, background);
        }
    }

    /** Removes the signature itself. */
    public static final class OwnSignature
            implements PipelineTask<MakeBias.Inputs, MakeBias.Outputs> {

        private final MakeBias task;

        /** Creates a task. */
        public OwnSignature(InstrumentSignatureRemover isr, FrameCombiner combination) {
            task = new MakeBias(Configs.of(MakeBias.Config.class), Trees.isr(), combination);
        }

        @Override
        public MakeBias.Outputs run(MakeBias.Inputs inputs) {
            return task.run(inputs);
        }
    }

    static class ExtractionKit implements SourceExtractorTests, CompositeTests<SourceExtractor> {

        @Override
        public SourceExtractor extractor() {
            return slots().composite();
        }

        @Override
        public Slots<? extends SourceExtractor> slots() {
            return Subject.get();
        }
    }

    static class DetectionKit implements SourceDetectorTests, CompositeTests<SourceDetector> {

        @Override
        public SourceDetector detector() {
            return slots().composite();
        }

        @Override
        public Slots<? extends SourceDetector> slots() {
            return Subject.get();
        }
    }

    static class BiasKit
            implements PipelineTaskTests<MakeBias.Inputs, MakeBias.Outputs>,
                    CompositeTests<PipelineTask<MakeBias.Inputs, MakeBias.Outputs>> {

        @Override
        public PipelineTask<MakeBias.Inputs, MakeBias.Outputs> task() {
            return slots().composite();
        }

        @Override
        public Slots<? extends PipelineTask<MakeBias.Inputs, MakeBias.Outputs>> slots() {
            return Subject.get();
        }

        @Override
        public List<MakeBias.Inputs> inputs() {
            return List.of(
                    new MakeBias.Inputs(PipelineTaskMutantsTest.raw(3)),
                    new MakeBias.Inputs(PipelineTaskMutantsTest.raw(4)));
        }
    }

    private static Slots<? extends SourceExtractor> extractor(
            Class<? extends SourceExtractor> type) {
        return Slots.of(
                type,
                Trees.background(),
                Trees.detection(),
                List.of(
                        new IsophotalCentroid(Configs.of(IsophotalCentroid.Config.class)),
                        new PeakMeasurement(Configs.of(PeakMeasurement.Config.class))));
    }

    private static FrameCombiner combination() {
        return new ClippedMean(Configs.of(ClippedMean.Config.class));
    }

    @Test
    void compositesThatCallTheirSlotsPass() {
        assertEquals(
                Map.of(),
                KitRun.of(ExtractionKit.class, () -> extractor(StandardExtractor.class))
                        .failed());
        assertEquals(
                Map.of(),
                KitRun.of(
                                BiasKit.class,
                                () -> Slots.of(
                                        MakeBias.class,
                                        Configs.of(MakeBias.Config.class),
                                        Trees.isr(),
                                        combination()))
                        .failed());
    }

    @Test
    void backgroundMadeBehindTheSlotIsFound() {
        assertBypassed(
                "background", KitRun.of(ExtractionKit.class, () -> extractor(OwnBackground.class)));
    }

    @Test
    void measurementThatIsSetUpAndNotUsedIsFound() {
        assertBypassed(
                "measurement 2",
                KitRun.of(ExtractionKit.class, () -> extractor(OwnMeasurement.class)));
    }

    @Test
    void filterMadeBehindTheSlotIsFound() {
        Smoother smoother = new GaussianSmoother(Configs.of(GaussianSmoother.Config.class));
        assertBypassed(
                "smoothing",
                KitRun.of(DetectionKit.class, () -> Slots.of(OwnSmoothing.class, smoother)));
    }

    @Test
    void signatureRemovedBehindTheSlotIsFound() {
        assertBypassed(
                "isr",
                KitRun.of(
                        BiasKit.class,
                        () -> Slots.of(OwnSignature.class, Trees.isr(), combination())));
    }

    private static void assertBypassed(String slot, KitRun run) {
        assertEquals(Set.of("everySlotIsCalled"), run.failed().keySet(), run.failed()::toString);
        String message = run.failed().get("everySlotIsCalled");
        assertTrue(
                message.contains(
                        "slots that are never called ==> expected: <[]> but was: <[" + slot + "]>"),
                message);
    }
}
