package org.dovetail.plugin.processccd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dovetail.comparison.TruthComparison;
import org.dovetail.data.ContentDigest;
import org.dovetail.image.Exposure;
import org.dovetail.image.Header;
import org.dovetail.image.Image;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;
import org.dovetail.pipeline.PipelineTaskContract;
import org.dovetail.plugin.simulator.SurveySimulator;
import org.dovetail.role.simulation.Simulation;
import org.dovetail.role.simulation.Truth;
import org.dovetail.task.Configs;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

/** Processes simulated frames without calibrations; they are read out flat and without dark. */
class ProcessCcdTest {

    private static final Simulation SURVEY = new SurveySimulator(Configs.of(
                    SurveySimulator.Config.class,
                    "width",
                    400,
                    "height",
                    360,
                    "vignetting",
                    0,
                    "dustGrains",
                    0,
                    "exposures",
                    1))
            .simulate(7);
    private static final RawExposure RAW = SURVEY.science().get(0);
    private static final ProcessCcd.Outputs OUTPUTS = run(Trees.processCcd());

    @Test
    void brightSourcesAreFoundWhereTheyAre() {
        TruthComparison comparison = TruthComparison.of(
                OUTPUTS.catalog(),
                SURVEY.truth().get(0).sources(),
                new TruthComparison.Options(
                        2,
                        "flux_auto",
                        List.of("saturated"),
                        TruthComparison.Options.edges(17, 23, 6)));
        TruthComparison.Bin bright = comparison.bins().get(0);
        // Without deblending, a source in ten shares its footprint with a brighter one.
        assertTrue(bright.completeness() > 0.75, "found " + bright.completeness());
        assertTrue(comparison.purity() > 0.85, "true " + comparison.purity());
    }

    @Test
    void cosmicRaysAndDefectsAreMarkedAndFilled() {
        Exposure exposure = OUTPUTS.exposure();
        Truth truth = SURVEY.truth().get(0);
        long hit = truth.marks().count(MaskPlanes.CR);
        long found = exposure.image().mask().count(MaskPlanes.CR);
        assertTrue(found > 0.5 * hit && found < 1.5 * hit, found + " of " + hit);
        assertEquals(
                exposure.image().mask().count(MaskPlanes.BAD, MaskPlanes.CR, MaskPlanes.NO_DATA),
                exposure.image().mask().count(MaskPlanes.INTRP, MaskPlanes.NO_DATA));
    }

    @Test
    void skyIsSubtractedUnlessAskedNotTo() {
        Exposure kept = run(Trees.processCcd("subtractBackground", false)).exposure();
        double sky = number(kept, "SKYLEVEL");
        assertEquals(12 * 60, sky, 12); // electrons; the sky rises by faint sources
        assertEquals(sky, mean(kept) - mean(OUTPUTS.exposure()), 0.02 * sky);
    }

    @Test
    void backgroundIsWrittenOnlyWhenAskedFor() {
        assertTrue(OUTPUTS.background().isEmpty());
        Image map =
                run(Trees.processCcd("doWriteBackground", true)).background().orElseThrow();
        assertTrue(map.sameSize(OUTPUTS.exposure().image().science()));
    }

    @Test
    void threadsGetTheSameAnswer() {
        ProcessCcd shared = Trees.processCcd();
        assertEquals(
                List.of(ContentDigest.of(OUTPUTS.exposure()), ContentDigest.of(OUTPUTS.catalog())),
                IntStream.range(0, 2)
                        .parallel()
                        .mapToObj(i -> run(shared))
                        .flatMap(outputs -> List.of(
                                ContentDigest.of(outputs.exposure()),
                                ContentDigest.of(outputs.catalog()))
                                .stream())
                        .distinct()
                        .toList());
    }

    @Test
    void frameWithoutValuesIsRefusedByName() {
        List<RawAmplifier> blank = RAW.amplifiers().stream()
                .map(raw -> new RawAmplifier(
                        raw.amplifier(),
                        Image.constant(raw.data().width(), raw.data().height(), Float.NaN),
                        raw.serialOverscan(),
                        raw.parallelOverscan()))
                .toList();
        RawExposure frame =
                new RawExposure(RAW.detector(), blank, RAW.info(), Header.EMPTY, Optional.empty());
        TaskException e = assertThrows(TaskException.class, () -> run(Trees.processCcd(), frame));
        assertEquals(ErrorCode.NO_USABLE_PIXELS, e.code());
        assertTrue(e.getMessage().contains("'" + RAW.info().name() + "'"), e.getMessage());
    }

    @Test
    void everySourceHasItsOutline() {
        assertFalse(OUTPUTS.quicklook().ellipses().isEmpty());
        assertEquals(OUTPUTS.catalog().rows(), OUTPUTS.quicklook().ellipses().size());
    }

    private static double number(Exposure exposure, String keyword) {
        return (Double) exposure.header().card(keyword).orElseThrow().value();
    }

    private static double mean(Exposure exposure) {
        double sum = 0;
        float[] pixels = exposure.image().science().toArray();
        for (float pixel : pixels) {
            sum += pixel;
        }
        return sum / pixels.length;
    }

    private static ProcessCcd.Outputs run(ProcessCcd task) {
        return run(task, RAW);
    }

    private static ProcessCcd.Outputs run(ProcessCcd task, RawExposure raw) {
        return new PipelineTaskContract<>(task, new Contract("process-ccd"))
                .run(new ProcessCcd.Inputs(
                        raw, Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
