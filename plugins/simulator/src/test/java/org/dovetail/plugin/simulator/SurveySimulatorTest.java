package org.dovetail.plugin.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dovetail.image.Image;
import org.dovetail.image.RawExposure;
import org.dovetail.plugin.simulator.SurveySimulator.Config;
import org.dovetail.role.simulation.Simulation;
import org.dovetail.role.simulation.SkySimulator;
import org.dovetail.role.simulation.Truth;
import org.dovetail.task.Configs;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.simulation.RawFrames;
import org.dovetail.testkit.simulation.SkySimulatorTests;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SurveySimulatorTest implements SkySimulatorTests {

    @Override
    public SkySimulator simulator() {
        return simulator(
                "width",
                256,
                "height",
                288,
                "starDensity",
                60.0,
                "exposures",
                2,
                "biases",
                2,
                "darks",
                2,
                "flats",
                2,
                "cosmicRays",
                300.0);
    }

    private static SkySimulator simulator(Object... settings) {
        return new SurveySimulator(Configs.of(Config.class, settings));
    }

    @Nested
    class WithFourAmplifiers implements SkySimulatorTests {

        @Override
        public SkySimulator simulator() {
            return SurveySimulatorTest.simulator(
                    "width",
                    256,
                    "height",
                    288,
                    "starDensity",
                    60.0,
                    "exposures",
                    2,
                    "biases",
                    2,
                    "darks",
                    2,
                    "flats",
                    2,
                    "cosmicRays",
                    300.0,
                    "amplifiers",
                    4);
        }
    }

    @Test
    void defaultsOfTheSettingsAreInTheirRange() {
        simulator();
        assertEquals(1024, Configs.of(Config.class).width());
    }

    @Test
    void frameDoesNotDependOnWhichOthersAreMade() {
        Simulation few = simulate("width", 64, "height", 64, "exposures", 1, "biases", 1);
        Simulation many = simulate("width", 64, "height", 64, "exposures", 3, "biases", 4);
        assertEquals(few.science().get(0), many.science().get(0));
        assertEquals(few.biases().get(0), many.biases().get(0));
        assertEquals(few.darks(), many.darks());
    }

    private static Simulation simulate(Object... settings) {
        return simulator(settings).simulate(11);
    }

    @Test
    void everySkyPixelHasTheExpectedElectrons() {
        Simulation simulation = quiet("skyLevel", 20.0, "exposureSeconds", 50.0);
        Image image = RawFrames.assemble(simulation.science().get(0));
        // 1000 electrons and a bias pattern of about an ADU; the median of 16384 is good to 0.3.
        assertEquals(1000, RawFrames.median(image), 8);
        assertEquals(0, simulation.truth().get(0).marks().count("CR", "SAT", "BAD"));
    }

    private static Simulation quiet(Object... more) {
        Object[] settings = {
            "width", 128, "height", 128, "starDensity", 0.0, "galaxyDensity", 0.0,
            "cosmicRays", 0.0, "hotPixels", 0.0, "badColumns", 0, "deadPixels", 0,
            "vignetting", 0.0, "dustGrains", 0, "skyGradient", 0.0, "exposures", 1
        };
        Object[] all = new Object[settings.length + more.length];
        System.arraycopy(settings, 0, all, 0, settings.length);
        System.arraycopy(more, 0, all, settings.length, more.length);
        return simulate(all);
    }

    @Test
    void darkFramesCollectDarkCurrentAndExposureOnlyItsTime() {
        Simulation simulation = quiet("darkCurrent", 0.5, "darkSeconds", 1000.0);
        RawExposure dark = simulation.darks().get(0);
        assertEquals(500, RawFrames.median(RawFrames.assemble(dark)), 8);
        assertEquals(0, dark.info().exposureSeconds());
        assertEquals(1000, dark.info().darkSeconds());
    }

    @Test
    void saturatedStarBleedsAlongItsColumn() {
        Simulation simulation = simulate(
                "width",
                256,
                "height",
                256,
                "starDensity",
                40.0,
                "brightestMagnitude",
                10.0,
                "faintestMagnitude",
                12.0,
                "galaxyDensity",
                0.0,
                "exposures",
                1);
        Truth truth = simulation.truth().get(0);
        assertTrue(truth.marks().count("SAT") > 100);
        int saturated = 0;
        for (boolean flag : truth.sources().flags("saturated")) {
            saturated += flag ? 1 : 0;
        }
        assertTrue(saturated > 0.9 * truth.sources().rows(), "stars of 12 mag saturate");
    }

    @Test
    void deadColumnIsOnTheListOfDefectsAndSeesNoLight() {
        Simulation simulation = simulate(
                "width",
                64,
                "height",
                64,
                "badColumns",
                1,
                "deadPixels",
                0,
                "hotPixels",
                0.0,
                "cosmicRays",
                0.0);
        RawExposure flat = simulation.flats().get(0);
        int x = flat.detector().defects().get(0).x();
        assertEquals(1, flat.detector().defects().size());
        assertTrue(RawFrames.assemble(flat).get(x, 10) < 100);
    }

    @Test
    void amplifiersThatCannotShareTheDetectorAreRefused() {
        TaskException e =
                assertThrows(TaskException.class, () -> simulator("width", 100, "amplifiers", 3));
        assertEquals(ErrorCode.INVALID_CONFIGURATION, e.code());
        assertThrows(TaskException.class, () -> simulator("amplifiers", 5));
        assertThrows(TaskException.class, () -> simulator("brightestMagnitude", 26.0));
        TaskException both = assertThrows(
                TaskException.class, () -> simulator("amplifiers", 5, "brightestMagnitude", 26.0));
        assertEquals(2, both.mistakes().size(), both.getMessage());
    }
}
