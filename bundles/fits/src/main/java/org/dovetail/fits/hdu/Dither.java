package org.dovetail.fits.hdu;

/**
 * The numbers that were subtracted when floating-point pixels were made whole numbers.
 *
 * <p>Reference: FITS Standard 4.0, appendix I.
 */
final class Dither {

    private static final int COUNT = 10_000;
    private static final double MULTIPLIER = 16807;
    private static final double MODULUS = 2147483647;
    private static final float[] NUMBERS = numbers();

    private int seed;
    private int next;

    /**
     * Begins with the numbers of a tile.
     *
     * @param tile the number of the tile, from 0
     * @param zero the value of {@code ZDITHER0}
     */
    Dither(long tile, long zero) {
        seed = (int) Math.floorMod(tile + zero - 1, (long) COUNT);
        next = start();
    }

    /** Returns the next number, from 0 to 1. */
    double next() {
        double number = NUMBERS[next++];
        if (next == COUNT) {
            seed = (seed + 1) % COUNT;
            next = start();
        }
        return number;
    }

    private int start() {
        return (int) (NUMBERS[seed] * 500);
    }

    private static float[] numbers() {
        float[] numbers = new float[COUNT];
        double seed = 1;
        for (int i = 0; i < COUNT; i++) {
            double product = MULTIPLIER * seed;
            seed = product - MODULUS * (int) (product / MODULUS);
            numbers[i] = (float) (seed / MODULUS);
        }
        return numbers;
    }
}
