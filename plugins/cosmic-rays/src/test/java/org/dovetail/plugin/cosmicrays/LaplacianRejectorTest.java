package org.dovetail.plugin.cosmicrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.cosmicrays.LaplacianRejector.Config;
import org.dovetail.role.repair.CosmicRayRejector;
import org.dovetail.task.Configs;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.repair.CosmicRaySearchTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaplacianRejectorTest implements CosmicRaySearchTests {

    @Override
    public CosmicRayRejector rejector() {
        return rejector("iterations", 4);
    }

    private static CosmicRayRejector rejector(Object... settings) {
        return new LaplacianRejector(Configs.of(Config.class, settings));
    }

    /** A sky with straight tracks of charge, in pixels of which the second image has more than 0. */
    private record Struck(MaskedImage image, float[] charge) {

        static Struck sky(long seed, int size) {
            MaskedImage sky =
                    Skies.seeded(seed).size(size, size).stars(12).build().image();
            Random random = new Random(seed);
            float[] charge = new float[size * size];
            for (int track = 0; track < size / 8; track++) {
                double x = random.nextDouble() * size;
                double y = random.nextDouble() * size;
                double angle = random.nextDouble() * Math.PI;
                double step = 50 + 150 * random.nextDouble();
                for (double s = 0; s < 2 + 12 * random.nextDouble(); s += 0.2) {
                    int column = (int) (x + s * Math.cos(angle));
                    int row = (int) (y + s * Math.sin(angle));
                    if (column >= 0 && column < size && row < size) {
                        charge[row * size + column] += (float) step;
                    }
                }
            }
            Image struck =
                    Images.of(size, size, (i, j) -> sky.science().get(i, j) + charge[j * size + i]);
            Image variance = Images.of(size, size, (i, j) -> Math.max(struck.get(i, j), 0) + 49);
            return new Struck(sky.withScience(struck).withVariance(variance), charge);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shortcutsChangeNothing(long seed) {
        MaskedImage image = Struck.sky(seed, 128).image();
        for (int iterations = 1; iterations <= 4; iterations++) {
            Mask expected = new PlainLaplacian(image).find(4.5, 0.5, 3, 5, iterations);
            Mask found = rejector("iterations", iterations).find(image);
            assertTrue(expected.count("CR") > 50, "tracks to find");
            // A pixel within rounding of a limit may fall to either side.
            assertTrue(different(expected, found) <= 1, () -> "pixels differ");
        }
    }

    private static long different(Mask one, Mask other) {
        long count = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                count += one.get(x, y) == other.get(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void brightPartsOfTracksAreFoundAndLittleElse(long seed) {
        Struck struck = Struck.sky(seed, 256);
        Mask marks = checked().find(struck.image());
        int bright = 0;
        int found = 0;
        int marked = 0;
        int right = 0;
        for (int i = 0; i < struck.charge().length; i++) {
            boolean hit = (marks.get(i % 256, i / 256) & marks.planes().bits("CR")) != 0;
            bright += struck.charge()[i] > 200 ? 1 : 0;
            found += struck.charge()[i] > 200 && hit ? 1 : 0;
            marked += hit ? 1 : 0;
            right += struck.charge()[i] > 0 && hit ? 1 : 0;
        }
        // A few hundred pixels; some lie in stars.
        assertTrue(found >= 0.9 * bright, found + " of " + bright);
        assertTrue(right >= 0.93 * marked, right + " of " + marked);
    }

    @Test
    void edgesAndCornersAreSearched() {
        MaskedImage sky = Skies.seeded(3).stars(0).build().image();
        MaskedImage hit = sky.withScience(Images.with(
                Images.with(Images.with(sky.science(), 0, 0, 9000), 255, 100, 9000), 7, 255, 9000));
        Mask marks = checked().find(hit);
        int bit = marks.planes().bits(MaskPlanes.CR);
        assertEquals(bit, marks.get(0, 0) & bit);
        assertEquals(bit, marks.get(255, 100) & bit);
        assertEquals(bit, marks.get(7, 255) & bit);
    }

    @Test
    void saturatedStarIsLeftAlone() {
        MaskedImage sky = Skies.seeded(4).stars(0).build().image();
        // A plateau with sharp edges and a trail, as bleeding leaves it.
        Image star = Images.of(256, 256, (x, y) -> {
            double r = Math.hypot(x - 128, y - 128);
            double light = sky.science().get(x, y) + 3e6 * Math.pow(1 + r * r / 10, -3.5);
            return (x == 128 && Math.abs(y - 128) < 30) || light > 60000 ? 60000 : light;
        });
        MaskedImage image = sky.withScience(star);
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                image = star.get(x, y) >= 60000 && Math.abs(x - 128) < 10
                        ? Images.marked(image, MaskPlanes.SAT, x, y)
                        : image;
            }
        }
        assertTrue(checked().find(image).count(MaskPlanes.CR) <= 4);
    }

    @Test
    void raysInTheInputHelpToFindTheirFaintNeighbors() {
        MaskedImage sky = Skies.seeded(8).stars(0).build().image();
        MaskedImage marked = Images.marked(
                sky.withScience(Images.with(sky.science(), 60, 60, 50000)), MaskPlanes.CR, 60, 60);
        Mask marks = checked().find(marked);
        assertTrue((marks.get(60, 60) & marks.planes().bits(MaskPlanes.CR)) != 0);
    }

    @Test
    void settingOutOfRangeIsRefused() {
        assertThrows(TaskException.class, () -> rejector("sigclip", 0.0));
        assertThrows(TaskException.class, () -> rejector("sigfrac", 1.5));
        assertThrows(TaskException.class, () -> rejector("iterations", 0));
    }
}
