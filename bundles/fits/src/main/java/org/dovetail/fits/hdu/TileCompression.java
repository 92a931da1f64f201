package org.dovetail.fits.hdu;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import org.dovetail.image.Header.Card;

/**
 * Reads images that are kept as compressed tiles in a binary table, with nom-tam-fits.
 *
 * <p>The library gets the cards that tell the layout and no others: what real headers hold beside
 * them is no matter of decompression. Its classes are loaded at the first compressed image.
 *
 * <p>Reference: FITS Standard 4.0, section 10.
 */
final class TileCompression {

    private static final Pattern LAYOUT = Pattern.compile(
            "XTENSION|BITPIX|NAXIS[12]?|PCOUNT|GCOUNT|TFIELDS|T(TYPE|FORM|SCAL|ZERO)\\d+|THEAP"
                    + "|Z(IMAGE|SIMPLE|TENSION|BITPIX|NAXIS\\d*|TILE\\d+|CMPTYPE|NAME\\d+|VAL\\d+"
                    + "|QUANTIZ|DITHER0|BLANK|SCALE|ZERO|EXTEND|PCOUNT|GCOUNT)");
    private static final Set<String> OF_THE_TABLE =
            Set.of("BITPIX", "NAXIS", "PCOUNT", "GCOUNT", "TFIELDS", "THEAP", "XTENSION");
    private static final Pattern OF_A_COLUMN =
            Pattern.compile("T(TYPE|FORM|SCAL|ZERO)\\d+|NAXIS\\d+");

    private TileCompression() {}

    static boolean isCompressed(Cards header) {
        return header.isTrue("ZIMAGE");
    }

    /** Returns the header that the image had before it was compressed. */
    static Cards imageHeader(Cards table) {
        List<Card> cards = new ArrayList<>();
        for (Card card : table.list()) {
            String keyword = card.keyword();
            if (keyword.equals("ZBITPIX") || keyword.matches("ZNAXIS\\d*")) {
                cards.add(new Card(keyword.substring(1), card.value(), card.comment()));
            } else if (!OF_THE_TABLE.contains(keyword)
                    && !OF_A_COLUMN.matcher(keyword).matches()
                    && !LAYOUT.matcher(keyword).matches()) {
                cards.add(card);
            }
        }
        return new Cards(cards);
    }

    static float[] floats(FitsInput input, Cards table) {
        Object[] rows = decompress(input, table);
        if (!(rows instanceof float[][] lines)) {
            return PixelDecoder.scale(imageHeader(table), whole(input, rows));
        }
        float[] pixels = new float[rows.length * lines[0].length];
        for (int y = 0; y < rows.length; y++) {
            System.arraycopy(lines[y], 0, pixels, y * lines[0].length, lines[0].length);
        }
        return pixels;
    }

    static int[] ints(FitsInput input, Cards table) {
        return whole(input, decompress(input, table));
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

    private static Object[] decompress(FitsInput input, Cards table) {
        byte[] primary = HeaderEncoder.encode(List.of(
                new Card("SIMPLE", true, ""),
                new Card("BITPIX", 8L, ""),
                new Card("NAXIS", 0L, ""),
                new Card("EXTEND", true, "")));
        byte[] header = HeaderEncoder.encode(table.list().stream()
                .filter(card -> LAYOUT.matcher(card.keyword()).matches())
                .toList());
        byte[] file = new byte[Math.addExact(primary.length + header.length, data(table))];
        System.arraycopy(primary, 0, file, 0, primary.length);
        System.arraycopy(header, 0, file, primary.length, header.length);
        input.data(ByteBuffer.wrap(file, primary.length + header.length, unpadded(table))
                .slice());
        return decompress(input, file);
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

    private static int unpadded(Cards table) {
        long rows = Math.multiplyExact(table.whole("NAXIS1", 0), table.whole("NAXIS2", 0));
        return Math.toIntExact(rows + table.whole("PCOUNT", 0));
    }

    private static int data(Cards table) {
        return (unpadded(table) + FitsInput.BLOCK - 1) / FitsInput.BLOCK * FitsInput.BLOCK;
    }
}
