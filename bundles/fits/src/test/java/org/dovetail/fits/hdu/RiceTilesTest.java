package org.dovetail.fits.hdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.ImageHDU;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import org.dovetail.fits.SharedData;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with nom-tam-fits 1.21.2, which compresses and decompresses the same images. */
class RiceTilesTest {

    private static final int WIDTH = 203;
    private static final int HEIGHT = 41;

    @TempDir
    Path folder;

    @Test
    void realFramesAgreeWithTheLibrary() {
        for (String name : new String[] {
            "nickel/d1001.fits.fz",
            "nickel/d1035.fits.fz",
            "nickel/d1047.fits.fz",
            "vista_stack/image_1.fits",
            "vista_stack/image_3.fits",
            "panoptes/solved.fits.fz"
        }) {
            assertAgreement(SharedData.file(name));
        }
    }

    @Test
    void wholeNumbersAgreeWithTheLibrary() throws FitsException, IOException {
        Random random = new Random(9);
        for (Class<?> type : new Class<?>[] {short.class, int.class}) {
            for (int spread : new int[] {1, 5, 100, 3000}) {
                Object pixels = Array.newInstance(type, HEIGHT, WIDTH);
                for (int y = 0; y < HEIGHT; y++) {
                    for (int x = 0; x < WIDTH; x++) {
                        boolean level = spread == 5 && (x > 64 || y % 2 == 0);
                        int value = level ? 7 : random.nextInt(spread + 1) - spread / 2;
                        set(Array.get(pixels, y), x, value);
                    }
                }
                assertAgreement(compressed(pixels));
            }
        }
    }

    @Test
    void tilesThatCouldNotBeCompressedAreReadToo() throws FitsException, IOException {
        Random random = new Random(10);
        int[][] pixels = new int[HEIGHT][WIDTH];
        for (int[] row : pixels) {
            Arrays.setAll(row, x -> random.nextInt());
        }
        try (ImageInput input = ImageInput.open(compressed(pixels))) {
            input.next().orElseThrow();
            int[] read = input.wholeNumbers();
            for (int y = 0; y < HEIGHT; y++) {
                assertArrayEquals(pixels[y], Arrays.copyOfRange(read, y * WIDTH, (y + 1) * WIDTH));
            }
        }
    }

    private static void set(Object row, int x, int value) {
        if (row instanceof short[] shorts) {
            shorts[x] = (short) value;
        } else {
            ((int[]) row)[x] = value;
        }
    }

    private Path compressed(Object pixels) throws FitsException, IOException {
        Path file = folder.resolve("compressed.fits");
        try (Fits fits = new Fits()) {
            CompressedImageHDU hdu =
                    CompressedImageHDU.fromImageHDU((ImageHDU) Fits.makeHDU(pixels), WIDTH, 1);
            hdu.setCompressAlgorithm("RICE_1").compress();
            fits.addHDU(hdu);
            fits.write(file.toFile());
        }
        return file;
    }

    private static void assertAgreement(Path file) {
        try (FitsInput input = FitsInput.open(file)) {
            input.next().orElseThrow();
            Cards table = input.next().orElseThrow();
            byte[] data = new byte
                    [Math.toIntExact(table.whole("NAXIS1", 0) * table.whole("NAXIS2", 0)
                            + table.whole("PCOUNT", 0))];
            input.data(ByteBuffer.wrap(data));
            RiceTiles tiles = RiceTiles.of(table, data).orElseThrow();
            if (table.whole("ZBITPIX", 0) > 0) {
                assertArrayEquals(
                        LibraryTiles.ints(input, table, data), tiles.ints().orElseThrow());
            } else {
                assertArrayEquals(
                        LibraryTiles.floats(input, table, data),
                        tiles.floats().orElseThrow(),
                        1e-3f); // the library rounds otherwise than CFITSIO
            }
        }
    }

    @Test
    void restoredFloatsAreThoseOfCfitsio() { // through astropy 5.2.1, bit for bit
        long[] sums = {2534031464L, 311657688L, 3881652943L};
        for (int i = 0; i < sums.length; i++) {
            Path file = SharedData.file("vista_stack/image_" + (i + 1) + ".fits");
            try (ImageInput input = ImageInput.open(file)) {
                input.next().orElseThrow();
                float[] pixels = input.image().toArray();
                ByteBuffer bytes = ByteBuffer.allocate(pixels.length * Float.BYTES);
                bytes.asFloatBuffer().put(pixels);
                CRC32 crc = new CRC32();
                crc.update(bytes);
                assertEquals(sums[i], crc.getValue());
            }
        }
    }

    @Test
    void damagedHeadersEndInAnAnswerOrAFailureThatIsTold() throws FitsException, IOException {
        Random random = new Random(12);
        short[][] pixels = new short[HEIGHT][WIDTH];
        for (short[] row : pixels) {
            for (int x = 0; x < WIDTH; x++) {
                row[x] = (short) random.nextInt(100);
            }
        }
        byte[] whole = Files.readAllBytes(compressed(pixels));
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int n = 0; n < 4; n++) {
                int at = 2880 + random.nextInt(i % 2 == 0 ? 2400 : whole.length - 2880);
                damaged[at] = (byte) (i % 2 == 0 ? '0' + random.nextInt(10) : random.nextInt());
            }
            Path file = Files.write(folder.resolve("damaged.fits"), damaged);
            try (ImageInput input = ImageInput.open(file)) {
                if (input.next().isPresent()) {
                    input.image();
                }
            } catch (TaskException e) {
                assertTrue(e.getMessage().contains("damaged.fits"), e.getMessage());
            }
        }
    }

    @Test
    void bytesThatEndTooEarlyAreNoticed() {
        byte[] bytes = {0, 5, 0x5a, 0x33, 0x41};
        int[] pixels = new int[500];
        assertTrue(!new RiceDecoder(bytes, 0, bytes.length, 2).decode(pixels, 0, 500, 32));
    }

    @Test
    void ditherHasTheNumbersOfTheStandard() { // the last seed of 10,000 is 1043618065
        Dither dither = new Dither(0, 1);
        double first = dither.next();
        assertEquals(first, new Dither(10_000, 1).next());
        assertTrue(first >= 0 && first < 1);
    }
}
