package org.dovetail.plugin.simulator;

import java.util.Arrays;

/**
 * Draws the response of a detector to an even light.
 *
 * <p><b>Method.</b> Vignetting falls with the square of the distance from the center, by the
 * configured amount in the corners. Grains of dust far from the focus cast rings 20 to 40 pixels
 * wide that are 3 to 8 % darker. Pixels differ by 0.8 %. The whole is divided by its median.
 */
final class Response {

    private static final double PIXEL_SCATTER = 0.008;

    private Response() {}

    static float[] draw(
            int width, int height, SurveySimulator.Config config, RandomNumbers random) {
        float[] response = new float[width * height];
        double corner = (width * (double) width + height * (double) height) / 4;
        for (int y = 0; y < height; y++) {
            double v = y - (height - 1) / 2.0;
            for (int x = 0; x < width; x++) {
                double u = x - (width - 1) / 2.0;
                double light = 1 - config.vignetting() * (u * u + v * v) / corner;
                response[y * width + x] = (float) (light * (1 + PIXEL_SCATTER * random.gaussian()));
            }
        }
        for (int i = 0; i < config.dustGrains(); i++) {
            shade(response, width, random);
        }
        float[] sorted = response.clone();
        Arrays.sort(sorted);
        float median = sorted[sorted.length / 2];
        for (int i = 0; i < response.length; i++) {
            response[i] /= median;
        }
        return response;
    }

    /** Darkens a ring, whose hole is the shadow of the telescope's secondary mirror. */
    private static void shade(float[] response, int width, RandomNumbers random) {
        int height = response.length / width;
        double x = random.uniform(0, width);
        double y = random.uniform(0, height);
        double outer = random.uniform(10, 20);
        double inner = 0.4 * outer;
        float rest = (float) (1 - random.uniform(0.03, 0.08));
        int top = (int) Math.min(height - 1.0, y + outer);
        int right = (int) Math.min(width - 1.0, x + outer);
        for (int row = (int) Math.max(0, y - outer); row <= top; row++) {
            for (int column = (int) Math.max(0, x - outer); column <= right; column++) {
                double distance = Math.hypot(column - x, row - y);
                if (distance >= inner && distance <= outer) {
                    response[row * width + column] *= rest;
                }
            }
        }
    }
}
