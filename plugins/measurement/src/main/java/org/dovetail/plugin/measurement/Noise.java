package org.dovetail.plugin.measurement;

import org.dovetail.role.measurement.MeasurementInput;

/**
 * The noise of sums of pixels: that of the sky, and the photon noise of the sources.
 *
 * @param variance the variance of a pixel of the sky, in the square of the image's unit
 * @param gain electrons per unit of the image
 */
record Noise(double variance, double gain) {

    static Noise of(MeasurementInput input) {
        double scatter = input.background().meanScatter();
        return new Noise(scatter * scatter, input.gain());
    }

    /** Returns the variance of a pixel, in the square of the image's unit. */
    double ofPixel(double value) {
        return variance + Math.max(value, 0) / gain;
    }

    /** Returns the standard deviation of a sum, in the unit of the image. */
    double ofSum(double area, double flux) {
        return Math.sqrt(area * variance + Math.max(flux, 0) / gain);
    }
}
