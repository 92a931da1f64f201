package org.dovetail.plugin.isr;

/**
 * Subtracts a frame times a factor.
 *
 * @param factor the factor
 */
record Difference(double factor) implements CalibrationRows.Correction {

    @Override
    public boolean usable(float frame) {
        return true;
    }

    @Override
    public float value(float value, float frame) {
        return (float) (value - factor * frame);
    }

    @Override
    public float variance(float value, float variance, float frame, float frameVariance) {
        return (float) (variance + factor * factor * frameVariance);
    }
}
