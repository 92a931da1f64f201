package org.dovetail.fits.hdu;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import org.dovetail.image.Header.Card;

/**
 * Decompresses images with nom-tam-fits.
 *
 * <p>The library gets the cards that tell the layout and no others: what real headers hold beside
 * them is no matter of decompression.
 */
final class LibraryTiles {

    private static final Set<String> COLUMNS =
            Set.of("COMPRESSED_DATA", "GZIP_COMPRESSED_DATA", "UNCOMPRESSED_DATA");
    // Held here: a logger that nobody holds forgets its level. What it logs is told otherwise.
    private static final Logger LIBRARY_LOG = Logger.getLogger("nom.tam");

    static {
        LIBRARY_LOG.setLevel(Level.OFF);
    }

    private LibraryTiles() {}

    static float[] floats(FitsInput input, Cards table, byte[] data) {
        requireTiles(input, table);
        Object[] rows = decompress(input, file(table, data));
        if (!(rows instanceof float[][] lines)) {
            return PixelDecoder.scale(TileCompression.imageHeader(table), whole(input, rows));
        }
        float[] pixels = new float[rows.length * lines[0].length];
        for (int y = 0; y < rows.length; y++) {
            System.arraycopy(lines[y], 0, pixels, y * lines[0].length, lines[0].length);
        }
        return pixels;
    }

    static int[] ints(FitsInput input, Cards table, byte[] data) {
        requireTiles(input, table);
        return whole(input, decompress(input, file(table, data)));
    }

    /** Refuses a table without a column of tiles, which the library takes for an image of zeros. */
    private static void requireTiles(FitsInput input, Cards table) {
        for (int n = 1; n <= table.whole("TFIELDS", 0); n++) {
            if (table.text("TTYPE" + n).filter(COLUMNS::contains).isPresent()) {
                return;
            }
        }
        throw input.unreadable("has no column of compressed tiles in HDU " + input.index());
    }

    private static int[] whole(FitsInput input, Object[] rows) {
        int width = Array.getLength(rows[0]);
        int[] pixels = new int[rows.length * width];
        for (int y = 0; y < rows.length; y++) {
            int at = y * width;
            if (rows[y] instanceof short[] line) {
                for (int x = 0; x < width; x++) {
                    pixels[at + x] = line[x];
                }
            } else if (rows[y] instanceof byte[] line) {
                for (int x = 0; x < width; x++) {
                    pixels[at + x] = line[x] & 0xff;
                }
            } else if (rows[y] instanceof int[] line) {
                System.arraycopy(line, 0, pixels, at, width);
            } else {
                throw input.unreadable("has compressed pixels of a kind that is not read: ZBITPIX"
                        + " in HDU " + input.index() + " is not 8, 16, 32 or -32");
            }
        }
        return pixels;
    }

    private static byte[] file(Cards table, byte[] data) {
        byte[] primary = HeaderEncoder.encode(List.of(
                new Card("SIMPLE", true, ""),
                new Card("BITPIX", 8L, ""),
                new Card("NAXIS", 0L, ""),
                new Card("EXTEND", true, "")));
        byte[] header = HeaderEncoder.encode(table.list().stream()
                .filter(card -> TileCompression.isLayout(card.keyword()))
                .toList());
        int padded = (data.length + FitsInput.BLOCK - 1) / FitsInput.BLOCK * FitsInput.BLOCK;
        byte[] file = new byte[Math.addExact(primary.length + header.length, padded)];
        System.arraycopy(primary, 0, file, 0, primary.length);
        System.arraycopy(header, 0, file, primary.length, header.length);
        System.arraycopy(data, 0, file, primary.length + header.length, data.length);
        return file;
    }

    private static Object[] decompress(FitsInput input, byte[] file) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(
                Fits.class.getClassLoader()); // where it looks for its services
        try (Fits fits = new Fits(new ByteArrayInputStream(file))) {
            BasicHDU<?> hdu = fits.getHDU(1);
            Object[] rows = (Object[]) ((CompressedImageHDU) hdu).asImageHDU().getKernel();
            return rows[0] instanceof Object[] plane ? plane : rows; // a cube of one image
        } catch (IOException | RuntimeException e) {
            throw input.unreadable("has compressed tiles in HDU " + input.index()
                    + " that cannot be decompressed: " + e.getMessage());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
