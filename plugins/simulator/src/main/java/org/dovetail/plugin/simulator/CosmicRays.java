package org.dovetail.plugin.simulator;

import org.dovetail.image.MaskPlanes;

/**
 * Strews straight tracks of charge over a frame.
 *
 * <p><b>Method.</b> Tracks begin anywhere and point anywhere; lengths are exponential with a mean of
 * 7 pixels, plus 1; the charge in a pixel's length is log-normal with a median of 500 electrons and
 * 0.8 in the logarithm, constant along a track.
 *
 * <p><b>Limits.</b> No diffusion of charge, no showers, no curled tracks of low-energy electrons.
 */
final class CosmicRays {

    private static final double STEP = 0.1;
    private static final double MEAN_LENGTH = 7;
    private static final double LOG_CHARGE = Math.log(500);
    private static final double LOG_SCATTER = 0.8;
    private static final double LEAST_MARKED = 1;

    private CosmicRays() {}

    /**
     * Adds tracks.
     *
     * @param frame electrons, row after row; changed
     * @param marks marks of the frame, changed: {@code CR} where a track leaves an electron or more
     * @param width the number of columns
     * @param tracks how many tracks
     * @param random the source of chance
     */
    static void strew(float[] frame, int[] marks, int width, double tracks, RandomNumbers random) {
        int height = frame.length / width;
        int bit = MaskPlanes.STANDARD.bits(MaskPlanes.CR);
        for (int i = 0; i < tracks; i++) {
            double x = random.uniform(0, width);
            double y = random.uniform(0, height);
            double angle = random.uniform(0, 2 * Math.PI);
            double length = 1 + MEAN_LENGTH * random.exponential();
            double charge = Math.exp(LOG_CHARGE + LOG_SCATTER * random.gaussian()) * STEP;
            for (double along = 0; along < length; along += STEP) {
                int column = (int) Math.floor(x + along * Math.cos(angle));
                int row = (int) Math.floor(y + along * Math.sin(angle));
                if (column >= 0 && column < width && row >= 0 && row < height) {
                    frame[row * width + column] += (float) charge;
                    marks[row * width + column] |= charge >= LEAST_MARKED ? bit : 0;
                }
            }
        }
    }
}
