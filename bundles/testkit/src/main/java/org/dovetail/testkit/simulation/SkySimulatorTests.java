package org.dovetail.testkit.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dovetail.catalog.Catalog;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.RawExposure;
import org.dovetail.image.Wcs;
import org.dovetail.image.Wcs.PixelPosition;
import org.dovetail.image.Wcs.SkyPosition;
import org.dovetail.role.simulation.Simulation;
import org.dovetail.role.simulation.SkySimulator;
import org.dovetail.role.simulation.SkySimulatorContract;
import org.dovetail.role.simulation.Truth;
import org.dovetail.task.Contract;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link SkySimulator} must do; the test class of a plugin implements it. */
public interface SkySimulatorTests extends InterruptibleTests<SkySimulator> {

    /**
     * Returns the simulator to test, set up for two frames or more of each kind, of at least 256 x
     * 256 pixels, with dozens of stars and several cosmic rays.
     */
    SkySimulator simulator();

    @Override
    default SkySimulator algorithm() {
        return simulator();
    }

    @Override
    default List<Call<SkySimulator>> calls() {
        return List.of(
                Call.of(simulator -> simulator.simulate(3)),
                Call.of(simulator -> simulator.simulate(4)));
    }

    /** Returns the simulator, checked. */
    default SkySimulator checked() {
        return new SkySimulatorContract(simulator(), new Contract("simulation"));
    }

    @Test
    default void equalSeedsGiveEqualFrames() {
        Simulation one = checked().simulate(3);
        Simulation other = simulator().simulate(3);
        assertEquals(one.science(), other.science());
        assertEquals(one.flats(), other.flats());
        assertEquals(one.truth(), other.truth());
        assertEquals(one.reference(), other.reference());
    }

    @Test
    default void noTwoFramesAreAlike() {
        Simulation one = simulator().simulate(3);
        Simulation other = simulator().simulate(4);
        Set<Image> images = new HashSet<>();
        one.biases().forEach(frame -> images.add(frame.amplifiers().get(0).data()));
        other.biases().forEach(frame -> images.add(frame.amplifiers().get(0).data()));
        one.science().forEach(frame -> images.add(frame.amplifiers().get(0).data()));
        assertEquals(
                one.biases().size() + other.biases().size() + one.science().size(), images.size());
        assertNotEquals(one.reference(), other.reference());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    default void biasFramesShowTheReadNoise(long seed) {
        Simulation simulation = simulator().simulate(seed);
        RawExposure one = simulation.biases().get(0);
        RawExposure other = simulation.biases().get(1);
        for (int i = 0; i < one.amplifiers().size(); i++) {
            Amplifier amplifier = one.detector().amplifiers().get(i);
            Image difference = Images.minus(
                    one.amplifiers().get(i).data(), other.amplifiers().get(i).data());
            double mean = difference.toArray().length;
            double square = 0;
            for (float value : Images.minus(difference, smooth(difference)).toArray()) {
                square += value * (double) value;
            }
            // Rounding to whole ADU adds 1/12 to the variance of each frame.
            double read = amplifier.readNoise() / amplifier.gain();
            double expected = Math.sqrt(2 * (read * read + 1 / 12.0));
            assertEquals(expected, Math.sqrt(square / mean), 0.05 * expected);
        }
    }

    private static Image smooth(Image image) { // levels drift from frame to frame
        return Image.constant(image.width(), image.height(), (float) RawFrames.median(image));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    default void flatsShowTheGain(long seed) { // the photon transfer of Janesick (2001)
        Simulation simulation = simulator().simulate(seed);
        Image one = RawFrames.assemble(simulation.flats().get(0));
        Image other = RawFrames.assemble(simulation.flats().get(1));
        for (Amplifier amplifier : simulation.flats().get(0).detector().amplifiers()) {
            Image first = one.crop(amplifier.detectorBox());
            Image second = other.crop(amplifier.detectorBox());
            double noise = RawFrames.scatter(Images.minus(first, second));
            double mean = (RawFrames.median(first) + RawFrames.median(second)) / 2;
            double read = amplifier.readNoise();
            // In electrons the variance is the mean, if the gain is true.
            assertEquals(1, (noise * noise / 2 - read * read) / mean, 0.1);
        }
    }

    @Test
    default void brightStarsStandWhereTheTruthSays() {
        Simulation simulation = simulator().simulate(5);
        int seen = 0;
        for (int i = 0; i < simulation.science().size(); i++) {
            Image image = RawFrames.assemble(simulation.science().get(i));
            Truth truth = simulation.truth().get(i);
            double noise = RawFrames.scatter(image);
            double sky = RawFrames.median(image);
            for (int row = 0; row < truth.sources().rows(); row++) {
                if (judged(truth, row, 300 * noise)) {
                    double x = truth.sources().numbers("x")[row];
                    double y = truth.sources().numbers("y")[row];
                    float center = image.get((int) Math.rint(x), (int) Math.rint(y));
                    assertTrue(center > sky + 5 * noise, "no light at " + x + ", " + y);
                    seen++;
                }
            }
        }
        assertTrue(seen > 5, seen + " bright stars to look at");
    }

    @Test
    default void starsAreNoPixelOffTheTruth() {
        Simulation simulation = simulator().simulate(8);
        List<Double> offX = new ArrayList<>();
        List<Double> offY = new ArrayList<>();
        for (int i = 0; i < simulation.science().size(); i++) {
            Image image = RawFrames.assemble(simulation.science().get(i));
            Truth truth = simulation.truth().get(i);
            double sky = RawFrames.median(image);
            double least = 300 * RawFrames.scatter(image);
            for (int row = 0; row < truth.sources().rows(); row++) {
                double x = truth.sources().numbers("x")[row];
                double y = truth.sources().numbers("y")[row];
                Box box = new Box((int) Math.rint(x) - 3, (int) Math.rint(y) - 3, 7, 7);
                if (judged(truth, row, least)
                        && !truth.sources().flags("saturated")[row]
                        && image.box().contains(box)) {
                    double[] center = center(image, box, sky);
                    offX.add(Math.abs(center[0] - x));
                    offY.add(Math.abs(center[1] - y));
                }
            }
        }
        assertTrue(offX.size() > 5, offX.size() + " bright stars to look at");
        // The box of 7 pixels cuts some light off; neighbors and noise move single stars only.
        assertEquals(0, median(offX), 0.3);
        assertEquals(0, median(offY), 0.3);
    }

    @Test
    default void fluxesAreElectronsThatAFlatFieldGivesBack() {
        Simulation simulation = simulator().simulate(9);
        Image light = RawFrames.assemble(simulation.flats().get(0));
        double even = RawFrames.median(light);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < simulation.science().size(); i++) {
            Image raw = RawFrames.assemble(simulation.science().get(i));
            Truth truth = simulation.truth().get(i);
            double sky = RawFrames.median(raw);
            double least = 300 * RawFrames.scatter(raw);
            for (int row = 0; row < truth.sources().rows(); row++) {
                int x = (int) Math.rint(truth.sources().numbers("x")[row]);
                int y = (int) Math.rint(truth.sources().numbers("y")[row]);
                Box box = new Box(x - 8, y - 8, 17, 17);
                if (judged(truth, row, least)
                        && !truth.sources().flags("saturated")[row]
                        && raw.box().contains(box)) {
                    Image star = raw.crop(box);
                    Image response = light.crop(box);
                    double flux = 0;
                    for (int k = 0; k < 17 * 17; k++) {
                        flux += (star.get(k % 17, k / 17) - sky)
                                * even
                                / response.get(k % 17, k / 17);
                    }
                    ratios.add(flux / truth.sources().numbers("flux")[row]);
                }
            }
        }
        assertTrue(ratios.size() > 5, ratios.size() + " bright stars to look at");
        // The wings are cut off, neighbors add light; gains are further from 1.
        assertEquals(1, median(ratios), 0.2);
    }

    /** Returns the center of light in a box, in pixels of the image. */
    private static double[] center(Image image, Box box, double sky) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int row = box.y(); row < box.endY(); row++) {
            for (int column = box.x(); column < box.endX(); column++) {
                double light = Math.max(0, image.get(column, row) - sky);
                sum += light;
                x += light * column;
                y += light * row;
            }
        }
        return new double[] {x / sum, y / sum};
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static boolean judged(Truth truth, int row, double least) {
        Catalog sources = truth.sources();
        Mask marks = truth.marks();
        int x = (int) Math.rint(sources.numbers("x")[row]);
        int y = (int) Math.rint(sources.numbers("y")[row]);
        return sources.numbers("flux")[row] > least
                && !sources.flags("galaxy")[row]
                && (marks.get(x, y) & marks.planes().bits("BAD")) == 0;
    }

    @Test
    default void skyAndPixelPositionsAgree() {
        Simulation simulation = simulator().simulate(6);
        for (int i = 0; i < simulation.science().size(); i++) {
            Wcs wcs = simulation.science().get(i).wcs().orElseThrow();
            Catalog sources = simulation.truth().get(i).sources();
            for (int row = 0; row < sources.rows(); row++) {
                PixelPosition pixel = wcs.toPixel(
                        new SkyPosition(sources.numbers("ra")[row], sources.numbers("dec")[row]));
                assertEquals(sources.numbers("x")[row], pixel.x(), 1e-6);
                assertEquals(sources.numbers("y")[row], pixel.y(), 1e-6);
            }
        }
    }

    @Test
    default void cosmicRaysAndSaturationAreKnown() {
        Simulation simulation = simulator().simulate(7);
        Image image = RawFrames.assemble(simulation.science().get(0));
        Mask marks = simulation.truth().get(0).marks();
        assertTrue(marks.count("CR") > 0, "no cosmic ray");
        int bit = marks.planes().bits("CR");
        double median = RawFrames.median(image);
        int above = 0;
        for (int y = 0; y < marks.height(); y++) {
            for (int x = 0; x < marks.width(); x++) {
                above += (marks.get(x, y) & bit) != 0 && image.get(x, y) > median ? 1 : 0;
            }
        }
        // Half of all pixels are above the median; those with a ray's charge nearly all.
        assertTrue(above > 0.8 * marks.count("CR"), above + " of " + marks.count("CR"));
    }
}
