package org.dovetail.quicklook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.dovetail.data.Provenance;
import org.dovetail.image.Image;
import org.dovetail.image.Markers;
import org.dovetail.image.Markers.Ellipse;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures are read back with the JDK. */
class MarkersFormatTest {

    private static final int GREEN = 0xff50ff50;
    private static final int BLUE = 0xff1e1e6e;

    @TempDir
    Path folder;

    @Test
    void ellipseIsDrawnWhereTheSourceIs() throws IOException {
        BufferedImage picture = write(new Markers(
                sky(100, 80),
                List.of(new Ellipse(30, 20, 10, 5, 90), new Ellipse(99, 0, 4, 4, 0))));
        assertEquals(100, picture.getWidth());
        assertEquals(80, picture.getHeight());
        assertEquals(GREEN, picture.getRGB(30, 79 - 30)); // the first row is at the bottom
        assertEquals(GREEN, picture.getRGB(30, 79 - 10));
        assertEquals(GREEN, picture.getRGB(35, 79 - 20));
        assertTrue(picture.getRGB(40, 79 - 20) != GREEN);
        assertEquals(GREEN, picture.getRGB(95, 79));
    }

    @Test
    void largeImageIsShownSmaller() throws IOException {
        BufferedImage picture =
                write(new Markers(sky(3100, 40), List.of(new Ellipse(1500, 20, 30, 9, 0))));
        assertEquals(1034, picture.getWidth());
        assertEquals(14, picture.getHeight());
        assertEquals(GREEN, picture.getRGB(490, 13 - 6));
    }

    @Test
    void pixelsWithoutAValueAreBlue() throws IOException {
        float[] pixels = sky(50, 50).toArray();
        pixels[0] = Float.NaN;
        BufferedImage picture = write(new Markers(Image.wrap(50, 50, pixels), List.of()));
        assertEquals(BLUE, picture.getRGB(0, 49));
    }

    @Test
    void emptyAndConstantImagesAreShown() throws IOException {
        assertEquals(
                BLUE,
                write(new Markers(Image.constant(3, 2, Float.NaN), List.of())).getRGB(0, 0));
        assertEquals(
                0xff000000,
                write(new Markers(Image.constant(1, 1, 7), List.of())).getRGB(0, 0));
    }

    @Test
    void ellipseThatIsNotFiniteIsLeftOut() throws IOException {
        Ellipse nowhere = new Ellipse(Double.NaN, 3, 1, 1, 0);
        Ellipse huge = new Ellipse(1e300, 3, 1e300, 1, 0);
        BufferedImage picture = write(new Markers(sky(20, 20), List.of(nowhere, huge)));
        assertEquals(20, picture.getWidth());
    }

    @Test
    void equalImagesGiveEqualBytes() throws IOException {
        Markers markers = new Markers(sky(200, 100), List.of(new Ellipse(50, 50, 9, 4, 33)));
        Path one = folder.resolve("one.png");
        Path two = folder.resolve("two.png");
        new MarkersFormat().write(markers, one, Provenance.NONE);
        new MarkersFormat().write(markers, two, Provenance.NONE);
        assertEquals(-1, Files.mismatch(one, two));
    }

    @Test
    void pictureThatIsThereIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("one.png"), "precious");
        Markers markers = new Markers(sky(2, 2), List.of());
        TaskException e = assertThrows(
                TaskException.class,
                () -> new MarkersFormat().write(markers, file, Provenance.NONE));
        assertEquals(ErrorCode.UNWRITABLE_OUTPUT, e.code());
    }

    private BufferedImage write(Markers markers) throws IOException {
        Path file = folder.resolve("picture.png");
        Files.deleteIfExists(file);
        Provenance provenance = new Provenance(
                "a-run",
                "process-ccd@1.0.0",
                "00",
                List.of(new Provenance.SlotProvenance("isr", "standard@1.0.0", "b", "d")),
                List.of());
        new MarkersFormat().write(markers, file, provenance);
        return ImageIO.read(file.toFile());
    }

    private static Image sky(int width, int height) {
        Random random = new Random(2);
        float[] pixels = new float[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (100 + 5 * random.nextGaussian());
        }
        return Image.wrap(width, height, pixels);
    }
}
