package org.dovetail.fits.hdu;

/**
 * Undoes Rice compression: differences of neighbors, in blocks that share a number of low bits.
 *
 * <p>Reference: FITS Standard 4.0, section 10.4.1; checked against nom-tam-fits 1.21.2.
 */
final class RiceDecoder {

    private final byte[] bytes;
    private final int end;
    private final int pixelBytes;
    private int at;
    private long bits; // bits that were read ahead, the next one highest
    private int ahead; // how many

    /**
     * Begins to decode.
     *
     * @param bytes where the compressed bytes are
     * @param from the place of the first
     * @param end the place after the last
     * @param pixelBytes 1 (unsigned), 2 or 4
     */
    RiceDecoder(byte[] bytes, int from, int end, int pixelBytes) {
        this.bytes = bytes;
        this.end = end;
        this.pixelBytes = pixelBytes;
        at = from;
    }

    /**
     * Decodes pixels.
     *
     * @param into where they go
     * @param first the index of the first
     * @param count how many
     * @param block how many pixels share a number of low bits
     * @return whether there were enough bytes
     */
    boolean decode(int[] into, int first, int count, int block) {
        int widthBits = pixelBytes == 4 ? 5 : pixelBytes == 2 ? 4 : 3;
        int most = pixelBytes == 4 ? 25 : pixelBytes == 2 ? 14 : 6;
        int last = take(8 * pixelBytes);
        for (int i = 0; i < count; i += block) {
            int stop = first + Math.min(count, i + block);
            int low = take(widthBits) - 1;
            if (low < 0) {
                int value = pixel(last);
                for (int k = first + i; k < stop; k++) {
                    into[k] = value;
                }
                continue;
            }
            for (int k = first + i; k < stop; k++) {
                int difference = low == most
                        ? take(8 * pixelBytes)
                        : zeros() << low | (low == 0 ? 0 : take(low));
                // even numbers stand for 0, 1, 2 ..., odd ones for -1, -2, -3 ...
                last += difference >>> 1 ^ -(difference & 1);
                into[k] = pixel(last);
            }
        }
        return at - ahead / 8 <= end;
    }

    private int pixel(int value) {
        return pixelBytes == 4 ? value : pixelBytes == 2 ? (short) value : value & 0xff;
    }

    /** Reads a number of at most 32 bits. */
    private int take(int count) {
        fill();
        int value = (int) (bits >>> 64 - count);
        bits <<= count;
        ahead -= count;
        return value;
    }

    /** Counts zeros up to the next one, and takes both. */
    private int zeros() {
        int count = 0;
        fill();
        while (bits == 0) {
            count += ahead;
            ahead = 0;
            if (at >= end) {
                at = end + Long.BYTES; // nothing but zeros to the end: told by decode
                return count;
            }
            fill();
        }
        int zeros = Long.numberOfLeadingZeros(bits);
        bits = zeros == 63 ? 0 : bits << zeros + 1;
        ahead -= zeros + 1;
        return count + zeros;
    }

    /** Reads ahead; beyond the end come zeros. */
    private void fill() {
        while (ahead <= 56) {
            long next = at < end ? bytes[at] & 0xffL : 0;
            at++;
            bits |= next << 56 - ahead;
            ahead += 8;
        }
    }
}
