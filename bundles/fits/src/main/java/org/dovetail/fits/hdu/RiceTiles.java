package org.dovetail.fits.hdu;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Decompresses images in the form that nearly all compressed ones have: Rice, whole rows in each
 * tile. Whatever else there is, the library reads.
 */
final class RiceTiles {

    private static final int ZERO = -2147483646; // stands for 0 itself in SUBTRACTIVE_DITHER_2
    private static final int NULL = -2147483647; // stands for NaN where ZBLANK says nothing

    private final Cards table;
    private final byte[] data;
    private final TableLayout layout;
    private final int width;
    private final int height;
    private final int pixelBytes;
    private final int block;

    private RiceTiles(Cards table, byte[] data, TableLayout layout) {
        this.table = table;
        this.data = data;
        this.layout = layout;
        width = Math.toIntExact(table.whole("ZNAXIS1", 0));
        height = Math.toIntExact(table.whole("ZNAXIS2", 0));
        pixelBytes = parameter("BYTEPIX", 4);
        block = parameter("BLOCKSIZE", 32);
    }

    /** Returns the tiles; empty if they are of a form that only the library reads. */
    static Optional<RiceTiles> of(Cards table, byte[] data) {
        String kind = table.text("ZCMPTYPE").orElse("");
        long bits = table.whole("ZBITPIX", 0);
        boolean usual = (kind.equals("RICE_1") || kind.equals("RICE_ONE"))
                && (bits == 8 || bits == 16 || bits == 32 || bits == -32)
                && table.whole("ZNAXIS", 0) == 2
                && table.whole("ZTILE1", table.whole("ZNAXIS1", 0)) == table.whole("ZNAXIS1", 0);
        return usual
                ? TableLayout.of(table)
                        .filter(layout -> layout.rowBytes() <= table.whole("NAXIS1", 0))
                        .filter(layout -> layout.find("COMPRESSED_DATA")
                                .filter(column -> column.code() == 'P' || column.code() == 'Q')
                                .isPresent())
                        .map(layout -> new RiceTiles(table, data, layout))
                        .filter(RiceTiles::isUsable)
                : Optional.empty();
    }

    private boolean isUsable() {
        boolean bytes = pixelBytes == 1 || pixelBytes == 2 || pixelBytes == 4;
        return bytes && block > 0 && tileRows() > 0 && (long) tiles() == table.whole("NAXIS2", 0);
    }

    /** Returns the pixels as they are stored; empty if a tile is kept in another way. */
    Optional<int[]> ints() {
        int[] pixels = new int[Math.multiplyExact(width, height)];
        for (int tile = 0; tile < tiles(); tile++) {
            if (!decode(tile, pixels)) {
                return Optional.empty();
            }
        }
        if (table.whole("ZBITPIX", 0) == 8 && pixelBytes > 1) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] &= 0xff; // bytes have no sign, whatever they were kept as
            }
        }
        return Optional.of(pixels);
    }

    /** Returns the pixels of an image of floating-point numbers; empty as above. */
    Optional<float[]> floats() {
        Optional<int[]> stored = ints();
        String kind = table.text("ZQUANTIZ").orElse("NO_DITHER");
        boolean known = kind.equals("NO_DITHER") || kind.startsWith("SUBTRACTIVE_DITHER_");
        if (stored.isEmpty() || !known) {
            return Optional.empty();
        }
        float[] pixels = new float[stored.get().length];
        for (int tile = 0; tile < tiles(); tile++) {
            restore(tile, stored.get(), pixels, kind);
        }
        return Optional.of(pixels);
    }

    private void restore(int tile, int[] stored, float[] pixels, String kind) {
        double scale = number("ZSCALE", tile, 1);
        double zero = number("ZZERO", tile, 0);
        int blank = (int) number("ZBLANK", tile, NULL);
        boolean dithered = !kind.equals("NO_DITHER");
        boolean keepsZeros = kind.equals("SUBTRACTIVE_DITHER_2");
        Dither dither = new Dither(tile, table.whole("ZDITHER0", 1));
        int first = tile * tileRows() * width;
        for (int i = first; i < first + count(tile); i++) {
            double value = dithered ? stored[i] - dither.next() + 0.5 : stored[i];
            if (stored[i] == blank) {
                pixels[i] = Float.NaN;
            } else if (keepsZeros && stored[i] == ZERO) {
                pixels[i] = 0;
            } else {
                pixels[i] = (float) (value * scale + zero);
            }
        }
    }

    private boolean decode(int tile, int[] pixels) {
        TableLayout.Column column = layout.find("COMPRESSED_DATA").orElseThrow();
        ByteBuffer row = row(tile);
        boolean wide = column.code() == 'Q';
        long length = wide ? row.getLong(column.offset()) : row.getInt(column.offset());
        long offset = wide ? row.getLong(column.offset() + 8) : row.getInt(column.offset() + 4);
        long begin = heap() + offset;
        if (length <= 0 || offset < 0 || begin + length > data.length) {
            return false;
        }
        RiceDecoder decoder =
                new RiceDecoder(data, (int) begin, (int) (begin + length), pixelBytes);
        return decoder.decode(pixels, tile * tileRows() * width, count(tile), block);
    }

    private double number(String name, int tile, double otherwise) {
        Optional<TableLayout.Column> column = layout.find(name);
        if (column.isEmpty()) {
            return table.number(name).orElse(otherwise);
        }
        ByteBuffer row = row(tile);
        int offset = column.get().offset();
        return switch (column.get().code()) {
            case 'D' -> row.getDouble(offset);
            case 'E' -> row.getFloat(offset);
            case 'J' -> row.getInt(offset);
            default -> otherwise;
        };
    }

    private ByteBuffer row(int tile) {
        int bytes = Math.toIntExact(table.whole("NAXIS1", 0));
        return ByteBuffer.wrap(data, tile * bytes, bytes).slice();
    }

    private long heap() {
        long rows = table.whole("NAXIS1", 0) * table.whole("NAXIS2", 0);
        return table.whole("THEAP", rows);
    }

    private int tileRows() {
        return Math.toIntExact(table.whole("ZTILE2", 1));
    }

    private int tiles() {
        return (height + tileRows() - 1) / tileRows();
    }

    private int count(int tile) {
        return Math.min(tileRows(), height - tile * tileRows()) * width;
    }

    private int parameter(String name, int otherwise) {
        for (int n = 1; table.has("ZNAME" + n); n++) {
            if (table.text("ZNAME" + n).filter(name::equals).isPresent()) {
                return (int) table.whole("ZVAL" + n, otherwise);
            }
        }
        return otherwise;
    }
}
