package org.dovetail.plugin.simulator;

import org.dovetail.plugin.simulator.Source.Profile;
import org.dovetail.plugin.simulator.Source.Shape;

/**
 * Adds the light of sources to a frame of expected electrons.
 *
 * <p><b>Method.</b> A star is a Moffat profile integrated over the pixels: three by three points of
 * Gauss and Legendre near the center, the pixel's center farther out. A galaxy is a {@link Mixture}
 * of Gaussians convolved with the mixture of the same Moffat profile. Light that gives a pixel less
 * than {@value #FLOOR} electrons is left out.
 *
 * <p><b>Limits.</b> Some 0.1 % of the flux of faint sources is in the wings left out.
 *
 * <p><b>Cost.</b> O(pixels lit) for each source, times some thirty Gaussians for a galaxy.
 */
final class Painter {

    private static final double FLOOR = 0.001;
    private static final double[] NODE = {-Math.sqrt(0.15), 0, Math.sqrt(0.15)};
    private static final double[] NODE_WEIGHT = {5.0 / 18, 8.0 / 18, 5.0 / 18};

    private final int width;
    private final int height;
    private final double fwhm;
    private final double beta;
    private final double alphaSquare;
    private final Mixture seeing;
    private final Mixture disk = Mixture.exponential();
    private final Mixture bulge = Mixture.deVaucouleurs();

    /**
     * Prepares a frame's size and seeing.
     *
     * @param fwhm full width at half maximum of stars, in pixels
     * @param beta exponent of the Moffat profile; more than 1
     */
    Painter(int width, int height, double fwhm, double beta) {
        this.width = width;
        this.height = height;
        this.fwhm = fwhm;
        this.beta = beta;
        alphaSquare = fwhm * fwhm / 4 / (Math.pow(2, 1 / beta) - 1);
        seeing = Mixture.moffat(beta);
    }

    /** Adds a star at x, y (pixels) of some flux (electrons). */
    void star(float[] frame, double x, double y, double flux) {
        double peak = flux * (beta - 1) / (Math.PI * alphaSquare);
        double reach = Math.sqrt(alphaSquare * Math.max(0, Math.pow(peak / FLOOR, 1 / beta) - 1));
        double core = Math.min(reach, 2.5 * fwhm);
        int top = Math.min(height - 1, (int) Math.floor(y + reach));
        int right = Math.min(width - 1, (int) Math.floor(x + reach));
        for (int row = Math.max(0, (int) Math.ceil(y - reach)); row <= top; row++) {
            for (int column = Math.max(0, (int) Math.ceil(x - reach)); column <= right; column++) {
                double dx = column - x;
                double dy = row - y;
                double square = dx * dx + dy * dy;
                frame[row * width + column] +=
                        (float) (peak * (square > core * core ? moffat(square) : integral(dx, dy)));
            }
        }
    }

    private double integral(double dx, double dy) {
        double sum = 0;
        for (int j = 0; j < NODE.length; j++) {
            double v = dy + NODE[j];
            for (int i = 0; i < NODE.length; i++) {
                double u = dx + NODE[i];
                sum += NODE_WEIGHT[i] * NODE_WEIGHT[j] * moffat(u * u + v * v);
            }
        }
        return sum;
    }

    private double moffat(double square) {
        return Math.pow(1 + square / alphaSquare, -beta);
    }

    /** Adds a galaxy at x, y (pixels) of some flux (electrons) and half-light radius (pixels). */
    void galaxy(float[] frame, double x, double y, double flux, Shape shape, double radius) {
        Mixture profile = shape.profile() == Profile.BULGE ? bulge : disk;
        double angle = Math.toRadians(shape.orientation());
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double flat = shape.axisRatio() * shape.axisRatio();
        for (int i = 0; i < profile.size(); i++) {
            double major = profile.variances()[i] * radius * radius;
            for (int j = 0; j < seeing.size(); j++) {
                double round = seeing.variances()[j] * fwhm * fwhm;
                double xx = major * (c * c + s * s * flat) + round;
                double yy = major * (s * s + c * c * flat) + round;
                double xy = major * c * s * (1 - flat);
                double part = flux * profile.weights()[i] * seeing.weights()[j];
                gaussian(frame, x, y, part, new double[] {xx, yy, xy});
            }
        }
    }

    private void gaussian(float[] frame, double x, double y, double flux, double[] moments) {
        double determinant = moments[0] * moments[1] - moments[2] * moments[2];
        double peak = flux / (2 * Math.PI * Math.sqrt(determinant));
        if (!(peak > FLOOR / 10)) {
            return;
        }
        double limit = 2 * Math.log(peak / (FLOOR / 10));
        double half = Math.sqrt(limit * moments[1]);
        int top = (int) Math.min(height - 1.0, Math.floor(y + half));
        for (int row = (int) Math.max(0, Math.ceil(y - half)); row <= top; row++) {
            double dy = row - y;
            // The row's maximum and width follow from the covariance.
            double center = x + moments[2] / moments[1] * dy;
            double narrow = determinant / moments[1];
            double rest = limit - dy * dy / moments[1];
            double reach = Math.sqrt(Math.max(0, rest) * narrow);
            double scale = peak * Math.exp(-0.5 * dy * dy / moments[1]);
            int right = (int) Math.min(width - 1.0, Math.floor(center + reach));
            int left = (int) Math.max(0, Math.ceil(center - reach));
            for (int column = left; column <= right; column++) {
                double dx = column - center;
                frame[row * width + column] += (float) (scale * Math.exp(-0.5 * dx * dx / narrow));
            }
        }
    }
}
