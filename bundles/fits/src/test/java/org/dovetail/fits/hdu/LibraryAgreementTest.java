package org.dovetail.fits.hdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import org.dovetail.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that nom-tam-fits 1.21.2 writes are read as it means them. */
class LibraryAgreementTest {

    private static final int WIDTH = 131;
    private static final int HEIGHT = 57;

    @TempDir
    Path folder;

    @Test
    void pixelsOfAllTypesAgree() throws FitsException, IOException {
        Random random = new Random(4);
        byte[][] bytes = new byte[HEIGHT][WIDTH];
        short[][] shorts = new short[HEIGHT][WIDTH];
        int[][] ints = new int[HEIGHT][WIDTH];
        long[][] longs = new long[HEIGHT][WIDTH];
        float[][] floats = new float[HEIGHT][WIDTH];
        double[][] doubles = new double[HEIGHT][WIDTH];
        float[][] wanted = new float[HEIGHT][WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int value = random.nextInt(200);
                bytes[y][x] = (byte) value;
                shorts[y][x] = (short) value;
                ints[y][x] = value;
                longs[y][x] = value;
                floats[y][x] = value;
                doubles[y][x] = value;
                wanted[y][x] = value;
            }
        }
        for (Object pixels : new Object[] {bytes, shorts, ints, longs, floats, doubles}) {
            assertPixels(wanted, pixels, 1, 0);
            assertPixels(wanted, pixels, 0.5, 32768);
        }
    }

    private void assertPixels(float[][] stored, Object pixels, double scale, double zero)
            throws FitsException, IOException {
        Path file = folder.resolve("image.fits");
        try (Fits fits = new Fits()) {
            BasicHDU<?> hdu = Fits.makeHDU(pixels);
            hdu.addValue("BSCALE", scale, "");
            hdu.addValue("BZERO", zero, "");
            fits.addHDU(hdu);
            fits.write(file.toFile());
        }
        try (ImageInput input = ImageInput.open(file)) {
            input.next().orElseThrow();
            assertEquals(0, input.index());
            Image image = input.image();
            for (int y = 0; y < HEIGHT; y++) {
                float[] wanted = new float[WIDTH];
                for (int x = 0; x < WIDTH; x++) {
                    wanted[x] = (float) (scale * stored[y][x] + zero);
                }
                float[] row = new float[WIDTH];
                image.row(y, row);
                assertArrayEquals(wanted, row);
            }
        }
    }
}
