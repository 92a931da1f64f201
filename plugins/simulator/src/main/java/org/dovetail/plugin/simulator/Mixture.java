package org.dovetail.plugin.simulator;

/**
 * A radial profile as a sum of concentric Gaussians; adding variances convolves two of them.
 *
 * <p><b>Method.</b> Each profile is a Laplace transform in the square of the radius, so a
 * quadrature of the integral is a sum of Gaussians: a Moffat profile with gamma-distributed inverse
 * variances, {@code exp(-sqrt(x)) = integral of s^-1.5 exp(-1/(4s)) exp(-s x) ds / (2 sqrt(pi))} for
 * an exponential disk, and the same three times over for {@code exp(-x^(1/8))}, de Vaucouleurs' law.
 * Neighboring nodes are then joined, their weight and mean variance kept.
 *
 * <p><b>Limits.</b> Joining changes the profile by some per cent, the flux not at all. De
 * Vaucouleurs' wings end where Gaussians become wider than ten half-light radii.
 *
 * <p><b>Reference.</b> Hogg &amp; Lang (2013), PASP 125, 719, doi:10.1086/671228, for the idea; the
 * mixtures here are not theirs. Moffat (1969), A&amp;A 3, 455. De Vaucouleurs (1948), Annales
 * d'Astrophysique 11, 247.
 *
 * @param weights the fraction of the flux in each Gaussian; they add up to 1
 * @param variances the variance of each along one axis, in squares of the profile's unit of length
 */
record Mixture(double[] weights, double[] variances) {

    private static final double STEP = 0.1;
    private static final int LOW = -600;
    private static final int NODES = 1000;
    private static final double EXPONENTIAL_SCALE = 1.6783469900166605;
    private static final double DE_VAUCOULEURS_SCALE = 7.669249442500805;

    /** Returns a Moffat profile of full width at half maximum 1 and a given exponent. */
    static Mixture moffat(double beta) {
        double alphaSquare = 0.25 / (Math.pow(2, 1 / beta) - 1);
        double[] density = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            double u = (LOW + i) * STEP;
            density[i] = Math.exp(beta * u - Math.exp(u));
        }
        return join(density, 1 / alphaSquare, 6, 0.05, 5);
    }

    /** Returns an exponential disk with half of its flux inside radius 1. */
    static Mixture exponential() {
        return join(stable(1), EXPONENTIAL_SCALE * EXPONENTIAL_SCALE, 6, 0.003, 10);
    }

    /** Returns de Vaucouleurs' profile with half of its flux inside radius 1. */
    static Mixture deVaucouleurs() {
        double[] density = convolve(convolve(stable(1), stable(2)), stable(4));
        return join(density, Math.pow(DE_VAUCOULEURS_SCALE, 8), 8, 2e-4, 100);
    }

    int size() {
        return weights.length;
    }

    /** The density of {@code power * ln s} for the s in the integral of {@code exp(-sqrt(x))}. */
    private static double[] stable(int power) {
        double[] density = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            double u = (LOW + i) * STEP / power;
            density[i] = Math.exp(-u / 2 - Math.exp(-u) / 4) / power;
        }
        return density;
    }

    /** The density of the sum of two quantities. */
    private static double[] convolve(double[] one, double[] other) {
        double[] sum = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            for (int j = Math.max(0, -LOW - i); j < NODES && i + j + LOW < NODES; j++) {
                sum[i + j + LOW] += one[i] * other[j] * STEP;
            }
        }
        return sum;
    }

    /**
     * Joins nodes {@code exp(-scale s r^2)} into a few Gaussians.
     *
     * @param least variance up to which all go into the first
     * @param greatest variance beyond which nodes are left out
     */
    private static Mixture join(
            double[] density, double scale, int count, double least, double greatest) {
        double[] weights = new double[count];
        double[] variances = new double[count];
        double total = 0;
        for (int i = 0; i < NODES; i++) {
            double s = Math.exp((LOW + i) * STEP) * scale;
            double variance = 0.5 / s;
            double flux = density[i] / s;
            if (variance <= greatest && flux > 0) {
                double place = Math.log(variance / least) / Math.log(greatest / least);
                int bin = Math.min(count - 1, (int) Math.max(0, place * count));
                weights[bin] += flux;
                variances[bin] += flux * variance;
                total += flux;
            }
        }
        for (int bin = 0; bin < count; bin++) {
            variances[bin] = weights[bin] > 0 ? variances[bin] / weights[bin] : least;
            weights[bin] /= total;
        }
        return new Mixture(weights, variances);
    }
}
