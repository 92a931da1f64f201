package org.dovetail.fits.hdu;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/**
 * The checksum of FITS: a ones' complement sum of 32-bit words.
 *
 * <p>Reference: FITS Standard 4.0, appendix J.
 */
final class Checksum {

    private static final long MASK = 0xffffffffL;
    private static final int OFFSET = 0x30;
    private static final int CHUNK = 1 << 12;

    private final int[] chunk = new int[CHUNK];
    private long sum;

    /** Adds whole words; leaves the buffer as it was. */
    void add(ByteBuffer words) {
        IntBuffer view = words.duplicate().asIntBuffer(); // big-endian, as FITS is
        while (view.hasRemaining()) {
            int count = Math.min(CHUNK, view.remaining());
            view.get(chunk, 0, count);
            sum = fold(sum + total(chunk, count));
        }
    }

    private static long total(int[] words, int count) {
        long total = 0;
        for (int i = 0; i < count; i++) {
            total += words[i] & MASK;
        }
        return total;
    }

    /** Returns the sum so far, from 0 to 2^32 - 1. */
    long sum() {
        return sum;
    }

    /** Returns the 16 characters that make the sum of an HDU all ones, where it was this one. */
    static String encode(long sum) {
        long complement = ~sum & MASK;
        char[] text = new char[16];
        for (int i = 0; i < 4; i++) {
            int value = (int) (complement >> (24 - 8 * i)) & 0xff;
            int[] parts = {
                value / 4 + value % 4 + OFFSET,
                value / 4 + OFFSET,
                value / 4 + OFFSET,
                value / 4 + OFFSET
            };
            avoidPunctuation(parts);
            for (int j = 0; j < 4; j++) {
                text[4 * j + i] = (char) parts[j];
            }
        }
        return new String(text, 15, 1) + new String(text, 0, 15); // the value begins off a word
    }

    private static void avoidPunctuation(int[] parts) {
        boolean again = true;
        while (again) {
            again = false;
            for (int j = 0; j < 4; j += 2) {
                if (isPunctuation(parts[j]) || isPunctuation(parts[j + 1])) {
                    parts[j]++;
                    parts[j + 1]--;
                    again = true;
                }
            }
        }
    }

    private static boolean isPunctuation(int character) {
        return character >= 0x3a && character <= 0x40 || character >= 0x5b && character <= 0x60;
    }

    private static long fold(long total) {
        long folded = total;
        while (folded >>> 32 != 0) {
            folded = (folded & MASK) + (folded >>> 32);
        }
        return folded;
    }
}
