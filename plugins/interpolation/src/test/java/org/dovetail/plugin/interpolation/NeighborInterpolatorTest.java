package org.dovetail.plugin.interpolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.image.Image;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.interpolation.NeighborInterpolator.Config;
import org.dovetail.role.repair.Interpolator;
import org.dovetail.task.Configs;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.repair.InterpolatorTests;
import org.junit.jupiter.api.Test;

class NeighborInterpolatorTest implements InterpolatorTests {

    private static final List<String> BAD = List.of(MaskPlanes.BAD);

    @Override
    public Interpolator interpolator() {
        return interpolator(16);
    }

    private static Interpolator interpolator(int reach) {
        return new NeighborInterpolator(Configs.of(Config.class, "reach", reach));
    }

    private static MaskedImage blanked(Image image, int x, int y, int width, int height) {
        MaskedImage blanked = MaskedImage.of(image);
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                blanked = Images.marked(
                        blanked.withScience(Images.with(blanked.science(), column, row, -1)),
                        MaskPlanes.BAD,
                        column,
                        row);
            }
        }
        return blanked;
    }

    @Test
    void planeIsFilledExactly() {
        Image plane = Images.of(40, 30, (x, y) -> 100 + 2 * x - 3 * y);
        for (int[] hole :
                new int[][] {{7, 0, 1, 30}, {0, 9, 40, 2}, {15, 12, 5, 4}, {20, 20, 1, 1}}) {
            MaskedImage image = blanked(plane, hole[0], hole[1], hole[2], hole[3]);
            Image filled = checked().interpolate(image, BAD).science();
            assertEquals(0, Images.difference(plane, filled), 1e-4);
        }
    }

    @Test
    void rowAlongWhichAllPixelsLieIsFilledByALine() {
        Image row = Images.of(9, 1, (x, y) -> 10 * x);
        Image filled = checked().interpolate(blanked(row, 4, 0, 2, 1), BAD).science();
        assertEquals(0, Images.difference(row, filled), 1e-4);
        Image column = Images.of(1, 9, (x, y) -> 10 * y);
        filled = checked().interpolate(blanked(column, 0, 4, 1, 2), BAD).science();
        assertEquals(0, Images.difference(column, filled), 1e-4);
    }

    @Test
    void edgeTakesThePixelsNextToItAndDoesNotShootOver() {
        Image steep = Images.of(9, 9, (x, y) -> x * x * x);
        Image filled = checked().interpolate(blanked(steep, 7, 0, 2, 9), BAD).science();
        assertEquals(216, filled.get(7, 4), 1e-3);
        assertTrue(filled.get(8, 4) <= 216 && filled.get(8, 4) > 100);
    }

    @Test
    void varianceAddsWhatTheFitTakesOverToThatOfAPixel() {
        MaskedImage image = blanked(Images.constant(9, 9, 50), 4, 4, 1, 1)
                .withVariance(Images.constant(9, 9, 16));
        // By hand: weights exp(-1/2) and exp(-1), four each; shares w / 3.898.
        double near = Math.exp(-0.5) / (4 * Math.exp(-0.5) + 4 * Math.exp(-1));
        double far = Math.exp(-1) / (4 * Math.exp(-0.5) + 4 * Math.exp(-1));
        double expected = 16 * (1 + 4 * near * near + 4 * far * far);
        assertEquals(expected, checked().interpolate(image, BAD).variance().get(4, 4), 1e-4);
    }

    @Test
    void reachIsTheLastDistanceThatCounts() {
        Image image = Images.constant(40, 1, 5);
        MaskedImage filled = interpolator(4).interpolate(blanked(image, 10, 0, 20, 1), BAD);
        int bit = filled.mask().planes().bits(MaskPlanes.NO_DATA);
        assertEquals(0, filled.mask().get(13, 0) & bit);
        assertEquals(bit, filled.mask().get(14, 0) & bit);
        assertEquals(12, filled.mask().count(MaskPlanes.NO_DATA));
        assertEquals(5, filled.science().get(20, 0));
    }

    @Test
    void reachOutOfRangeIsRefused() {
        assertThrows(TaskException.class, () -> interpolator(0));
        assertThrows(TaskException.class, () -> interpolator(101));
    }
}
