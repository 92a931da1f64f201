package org.dovetail.fits.hdu;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Decodes the pixels of plain images: big-endian numbers, scaled by {@code BSCALE} and {@code
 * BZERO}, where whole numbers equal to {@code BLANK} stand for no value.
 *
 * <p>A chunk of the file is swapped at a time into an array, which the compiler turns into vector
 * instructions.
 */
final class PixelDecoder {

    private static final int CHUNK = 1 << 17; // pixels: at most 1 MB of bytes

    private final double scale;
    private final double zero;
    private final boolean scaled;
    private final boolean hasBlank;
    private final long blank;

    private PixelDecoder(Cards header) {
        scale = header.number("BSCALE").orElse(1.0);
        zero = header.number("BZERO").orElse(0.0);
        scaled = scale != 1 || zero != 0;
        hasBlank = header.whole("BITPIX", 0) > 0 && header.has("BLANK");
        blank = header.whole("BLANK", 0);
    }

    /** Reads the pixels of the current HDU as they mean. */
    static float[] floats(FitsInput input, Cards header, int count) {
        PixelDecoder decoder = new PixelDecoder(header);
        int bits = bits(input, header);
        float[] pixels = new float[count];
        ByteBuffer buffer = buffer(bits, count);
        for (int at = 0; at < count; at += CHUNK) {
            int size = fill(input, buffer, bits, Math.min(CHUNK, count - at));
            decoder.decode(buffer, bits, pixels, at, size);
        }
        return pixels;
    }

    /** Reads the pixels of the current HDU as the whole numbers that are stored. */
    static int[] ints(FitsInput input, Cards header, int count) {
        int bits = bits(input, header);
        if (bits < 0 || bits == 64) {
            throw input.unreadable("has BITPIX = " + bits + " in HDU " + input.index()
                    + ", where 8, 16 or 32 is needed");
        }
        int[] pixels = new int[count];
        ByteBuffer buffer = buffer(bits, count);
        for (int at = 0; at < count; at += CHUNK) {
            int size = fill(input, buffer, bits, Math.min(CHUNK, count - at));
            copy(buffer, bits, pixels, at, size);
        }
        return pixels;
    }

    /** Scales whole numbers that something else has decoded. */
    static float[] scale(Cards header, int[] stored) {
        PixelDecoder decoder = new PixelDecoder(header);
        float[] pixels = new float[stored.length];
        for (int i = 0; i < stored.length; i++) {
            pixels[i] = decoder.value(stored[i]);
        }
        return pixels;
    }

    private static int bits(FitsInput input, Cards header) {
        int bits = (int) header.whole("BITPIX", 0);
        if (!Arrays.asList(8, 16, 32, 64, -32, -64).contains(bits)) {
            throw input.unreadable("has BITPIX = " + bits + " in HDU " + input.index()
                    + "; FITS knows 8, 16, 32, 64, -32 and -64");
        }
        return bits;
    }

    private static ByteBuffer buffer(int bits, int count) {
        return ByteBuffer.allocateDirect(Math.min(CHUNK, count) * Math.abs(bits) / 8);
    }

    private static int fill(FitsInput input, ByteBuffer buffer, int bits, int pixels) {
        buffer.clear().limit(pixels * (Math.abs(bits) / 8));
        input.data(buffer);
        return pixels;
    }

    private void decode(ByteBuffer buffer, int bits, float[] pixels, int at, int size) {
        if (bits == -32) {
            buffer.asFloatBuffer().get(pixels, at, size);
            if (scaled) {
                for (int i = at; i < at + size; i++) {
                    pixels[i] = (float) (scale * pixels[i] + zero);
                }
            }
        } else if (bits == 16) {
            short[] stored = new short[size];
            buffer.asShortBuffer().get(stored);
            shorts(stored, pixels, at);
        } else if (bits == 8 || bits == 32) {
            int[] stored = new int[size];
            copy(buffer, bits, stored, 0, size);
            for (int i = 0; i < size; i++) {
                pixels[at + i] = value(stored[i]);
            }
        } else {
            for (int i = 0; i < size; i++) {
                pixels[at + i] = bits == 64
                        ? value(buffer.getLong())
                        : (float) (scale * buffer.getDouble() + zero);
            }
        }
    }

    private void shorts(short[] stored, float[] pixels, int at) {
        if (scale == 1 && zero == (float) zero) { // also unsigned numbers, whose zero is 32768
            float offset = (float) zero;
            for (int i = 0; i < stored.length; i++) {
                pixels[at + i] = stored[i] + offset;
            }
        } else {
            for (int i = 0; i < stored.length; i++) {
                pixels[at + i] = (float) (scale * stored[i] + zero);
            }
        }
        if (hasBlank) {
            for (int i = 0; i < stored.length; i++) {
                pixels[at + i] = stored[i] == blank ? Float.NaN : pixels[at + i];
            }
        }
    }

    private float value(long stored) {
        if (hasBlank && stored == blank) {
            return Float.NaN;
        }
        return scaled ? (float) (scale * stored + zero) : stored;
    }

    private static void copy(ByteBuffer buffer, int bits, int[] into, int at, int size) {
        switch (bits) {
            case 8 -> {
                for (int i = 0; i < size; i++) {
                    into[at + i] = buffer.get() & 0xff;
                }
            }
            case 16 -> {
                for (int i = 0; i < size; i++) {
                    into[at + i] = buffer.getShort();
                }
            }
            default -> buffer.asIntBuffer().get(into, at, size);
        }
    }
}
