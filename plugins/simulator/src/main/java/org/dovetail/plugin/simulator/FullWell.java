package org.dovetail.plugin.simulator;

import org.dovetail.image.MaskPlanes;

/**
 * Lets charge beyond the full well bleed along the columns.
 *
 * <p><b>Method.</b> What is too much for a pixel leaves it, half to each side, and goes on until
 * pixels have room for it. What passes the first or the last row is lost; else charge is kept.
 */
final class FullWell {

    private FullWell() {}

    /**
     * Moves charge.
     *
     * @param frame electrons, row after row; changed
     * @param marks marks of the frame, changed: {@code SAT} where a pixel is full
     * @param width the number of columns
     * @param capacity what a pixel holds, in electrons
     */
    static void bleed(float[] frame, int[] marks, int width, double capacity) {
        int height = frame.length / width;
        int bit = MaskPlanes.STANDARD.bits(MaskPlanes.SAT);
        double[] excess = new double[height];
        for (int x = 0; x < width; x++) {
            boolean any = false;
            for (int y = 0; y < height; y++) {
                excess[y] = Math.max(0, frame[y * width + x] - capacity) / 2;
                any |= excess[y] > 0;
            }
            if (any) {
                spill(frame, excess, width, x, capacity);
                for (int i = x; i < frame.length; i += width) {
                    marks[i] |= frame[i] >= (float) capacity ? bit : 0;
                }
            }
        }
    }

    private static void spill(float[] frame, double[] excess, int width, int x, double capacity) {
        int height = excess.length;
        double carried = 0;
        for (int y = 0; y < height; y++) {
            carried = fill(frame, y * width + x, carried, capacity) + excess[y];
        }
        carried = 0;
        for (int y = height - 1; y >= 0; y--) {
            carried = fill(frame, y * width + x, carried, capacity) + excess[y];
        }
    }

    /** Puts as much as there is room for into a pixel; returns the rest. */
    private static double fill(float[] frame, int pixel, double carried, double capacity) {
        double before = Math.min(frame[pixel], capacity);
        double taken = Math.min(capacity - before, carried);
        frame[pixel] = (float) (before + taken);
        return carried - taken;
    }
}
