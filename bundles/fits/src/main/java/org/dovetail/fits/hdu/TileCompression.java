package org.dovetail.fits.hdu;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dovetail.image.Header.Card;

/**
 * Reads images that are kept as compressed tiles in a binary table: the usual ones by itself, others
 * with a library, whose classes are loaded then.
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

    /** Returns whether a card tells how the tiles are kept. */
    static boolean isLayout(String keyword) {
        return LAYOUT.matcher(keyword).matches();
    }

    static float[] floats(FitsInput input, Cards table) {
        byte[] data = data(input, table);
        boolean whole = table.whole("ZBITPIX", 0) > 0;
        return RiceTiles.of(table, data)
                .flatMap(tiles -> whole
                        ? tiles.ints().map(stored -> PixelDecoder.scale(imageHeader(table), stored))
                        : tiles.floats())
                .orElseGet(() -> LibraryTiles.floats(input, table, data));
    }

    static int[] ints(FitsInput input, Cards table) {
        byte[] data = data(input, table);
        return RiceTiles.of(table, data)
                .flatMap(RiceTiles::ints)
                .orElseGet(() -> LibraryTiles.ints(input, table, data));
    }

    private static byte[] data(FitsInput input, Cards table) {
        double bytes = (double) table.whole("NAXIS1", 0) * table.whole("NAXIS2", 0)
                + table.whole("PCOUNT", 0);
        if (!(bytes >= 0 && bytes <= Integer.MAX_VALUE - 8)) {
            throw input.unreadable("has a table of tiles in HDU " + input.index()
                    + " whose size cannot be: " + bytes + " bytes");
        }
        byte[] data = new byte[(int) bytes];
        input.data(ByteBuffer.wrap(data));
        return data;
    }
}
