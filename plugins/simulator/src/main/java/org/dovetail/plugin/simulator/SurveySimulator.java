package org.dovetail.plugin.simulator;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.image.RawExposure;
import org.dovetail.image.TanWcs;
import org.dovetail.image.Wcs.PixelPosition;
import org.dovetail.image.Wcs.SkyPosition;
import org.dovetail.role.simulation.Simulation;
import org.dovetail.role.simulation.SkySimulator;
import org.dovetail.role.simulation.Truth;
import org.dovetail.task.Checks;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Simulates a small survey with one camera: bias, dark and flat frames and dithered exposures.
 *
 * <p><b>Method.</b> Expected electrons of sky, stars and galaxies, times the response of the
 * detector, plus dark current, are replaced by Poisson counts; cosmic rays are added, charge beyond
 * the full well bleeds, and amplifiers turn electrons into ADU. {@link Population}, {@link Painter},
 * {@link Camera}, {@link CosmicRays}, {@link FullWell} and {@link ReadOut} say how.
 *
 * <p><b>Limits.</b> Seeing, transparency and sky are the same in all exposures and the seeing all
 * over the field; the detector is linear; there is no crosstalk, no distortion, no fringes.
 *
 * <p><b>Cost.</b> About 0.1 s for a frame of a million pixels; all frames are held in memory.
 *
 * <p><b>Reference.</b> Written for Dovetail; the parts name theirs.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("survey")
@ServiceDescription("A small survey with one camera: bias, dark, flat and dithered science frames")
public final class SurveySimulator implements SkySimulator {

    /** Settings of the {@code survey} simulator. */
    public @interface Config {
        @Setting(value = "Columns of the detector", unit = "pixel", min = 32, max = 16384)
        int width() default 1024;

        @Setting(value = "Rows of the detector", unit = "pixel", min = 32, max = 16384)
        int height() default 1024;

        @Setting(value = "Read-out amplifiers; from 4 on, an even number", min = 1, max = 16)
        int amplifiers() default 2;

        @Setting(value = "Overscan columns of each amplifier", unit = "pixel", min = 0, max = 512)
        int overscanColumns() default 32;

        @Setting(value = "Gain of the first amplifier", unit = "electron/adu", min = 0.01)
        double gain() default 1.7;

        @Setting(value = "Read noise of the first amplifier", unit = "electron", min = 0)
        double readNoise() default 6;

        @Setting(value = "What a pixel holds before it bleeds", unit = "electron", min = 1000)
        double fullWell() default 90000;

        @Setting(value = "Dark current of a good pixel", unit = "electron/s", min = 0)
        double darkCurrent() default 0.02;

        @Setting(value = "Fraction of pixels that are hot", min = 0, max = 0.5)
        double hotPixels() default 0.001;

        @Setting(value = "Dead columns", min = 0, max = 1000)
        int badColumns() default 2;

        @Setting(value = "Dead pixels", min = 0, max = 100000)
        int deadPixels() default 30;

        @Setting(value = "Loss of light in the corners", min = 0, max = 0.9)
        double vignetting() default 0.2;

        @Setting(value = "Grains of dust that cast shadows", min = 0, max = 10000)
        int dustGrains() default 8;

        @Setting(value = "Size of a pixel on the sky", unit = "arcsec", min = 0.001, max = 60)
        double pixelScale() default 0.25;

        @Setting(value = "Center of the field", unit = "deg", min = 0, max = 360)
        double rightAscension() default 150;

        @Setting(value = "Center of the field", unit = "deg", min = -90, max = 90)
        double declination() default 2.2;

        @Setting(value = "Full width of stars at half maximum", unit = "arcsec", min = 0.01)
        double seeing() default 0.9;

        @Setting(value = "Exponent of the Moffat profile of stars", min = 1.5, max = 100)
        double moffatBeta() default 3.5;

        @Setting(value = "Stars down to the faintest magnitude", unit = "arcmin**-2", min = 0)
        double starDensity() default 30;

        @Setting(value = "Galaxies down to the faintest magnitude", unit = "arcmin**-2", min = 0)
        double galaxyDensity() default 40;

        @Setting(value = "Brightest star", unit = "mag")
        double brightestMagnitude() default 14.5;

        @Setting(value = "Faintest star and galaxy", unit = "mag")
        double faintestMagnitude() default 25.5;

        @Setting(value = "Magnitude that gives an electron a second", unit = "mag")
        double zeroPoint() default 27.5;

        @Setting(value = "Sky in the center of the field", unit = "electron/s", min = 0)
        double skyLevel() default 12;

        @Setting(value = "Change of the sky from corner to corner, as a fraction", max = 2)
        double skyGradient() default 0.1;

        @Setting(value = "Cosmic rays in a million pixels and a minute", min = 0)
        double cosmicRays() default 60;

        @Setting(value = "Exposures of the sky", min = 0, max = 1000)
        int exposures() default 3;

        @Setting(value = "Exposure time", unit = "s", min = 0)
        double exposureSeconds() default 60;

        @Setting(value = "Greatest dither along each axis", unit = "pixel", min = 0)
        double dither() default 20;

        @Setting(value = "Bias frames", min = 0, max = 1000)
        int biases() default 5;

        @Setting(value = "Dark frames", min = 0, max = 1000)
        int darks() default 3;

        @Setting(value = "Time of a dark frame", unit = "s", min = 0)
        double darkSeconds() default 600;

        @Setting(value = "Flat frames", min = 0, max = 1000)
        int flats() default 3;

        @Setting(value = "Light in a flat frame", unit = "electron", min = 0)
        double flatLevel() default 25000;
    }

    private static final double MARGIN = 30;

    private final Config config;

    @Activate
    public SurveySimulator(Config config) {
        this.config = config;
        int rows = amplifierRows(config.amplifiers());
        int columns = config.amplifiers() / rows;
        boolean even = columns * rows == config.amplifiers()
                && config.width() % columns == 0
                && config.height() % rows == 0;
        new Checks()
                .require(
                        even,
                        "amplifiers must share the detector evenly, " + config.amplifiers()
                                + " cannot share " + config.width() + " x " + config.height()
                                + " pixels",
                        "amplifiers",
                        "width",
                        "height")
                .require(
                        config.brightestMagnitude() < config.faintestMagnitude(),
                        "brightestMagnitude must be < faintestMagnitude, was "
                                + config.brightestMagnitude() + " against "
                                + config.faintestMagnitude() + " mag",
                        "brightestMagnitude",
                        "faintestMagnitude")
                .done();
    }

    /** Returns in how many rows some amplifiers lie. */
    static int amplifierRows(int amplifiers) {
        return amplifiers >= 4 ? 2 : 1;
    }

    @Override
    public Simulation simulate(long seed) {
        RandomNumbers random = new RandomNumbers(seed);
        Camera camera = Camera.build(config, random.child("camera", 0));
        TanWcs field = wcs(new SkyPosition(config.rightAscension(), config.declination()));
        List<Source> sources = new Population(config, field, random.child("sources", 0))
                .draw(config.dither() + MARGIN);
        FrameMaker maker = new FrameMaker(config, camera, random, seed);
        List<RawExposure> science = new ArrayList<>();
        List<Truth> truth = new ArrayList<>();
        for (int i = 0; i < config.exposures(); i++) {
            ScienceFrame frame = maker.science(i, pointing(field, i, random), sources);
            science.add(frame.raw());
            truth.add(frame.truth());
        }
        return new Simulation(
                maker.biases(),
                maker.darks(),
                maker.flats(),
                science,
                truth,
                TruthTables.reference(sources));
    }

    /** Points the telescope a little beside the center, but for the first exposure. */
    private TanWcs pointing(TanWcs field, int exposure, RandomNumbers random) {
        if (exposure == 0) {
            return field;
        }
        RandomNumbers own = random.child("dither", exposure);
        PixelPosition center = field.referencePixel();
        double x = center.x() + own.uniform(-config.dither(), config.dither());
        double y = center.y() + own.uniform(-config.dither(), config.dither());
        return wcs(field.toSky(x, y));
    }

    private TanWcs wcs(SkyPosition center) {
        double scale = config.pixelScale() / 3600;
        return TanWcs.of(
                new PixelPosition((config.width() - 1) / 2.0, (config.height() - 1) / 2.0),
                center,
                new TanWcs.Matrix(-scale, 0, 0, scale));
    }

    /** A science frame with its truth. */
    record ScienceFrame(RawExposure raw, Truth truth) {}
}
