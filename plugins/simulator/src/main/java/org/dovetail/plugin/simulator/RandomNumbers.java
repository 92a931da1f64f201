package org.dovetail.plugin.simulator;

/**
 * Draws random numbers that depend on a seed and on nothing else, such as the JDK in use.
 *
 * <p><b>Method.</b> Bits: SplitMix64. A child has the seed of its parent mixed with a name and a
 * number, so the numbers that a frame gets do not depend on which frames were made before. Gaussian:
 * polar method. Poisson: multiplication of uniforms below a mean of 10, else transformed rejection
 * (PTRS).
 *
 * <p><b>Reference.</b> Steele, Lea &amp; Flood (2014), OOPSLA, 453, doi:10.1145/2660193.2660195.
 * Marsaglia &amp; Bray (1964), SIAM Rev. 6, 260, doi:10.1137/1006063. Hörmann (1993), Insurance:
 * Mathematics and Economics 12, 39, doi:10.1016/0167-6687(93)90997-4. Written from the papers.
 */
final class RandomNumbers {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double SMALL_MEAN = 10;
    private static final double[] LOG_FACTORIAL = logFactorials(32);

    private final long seed;
    private long state;
    private double spare = Double.NaN;

    RandomNumbers(long seed) {
        this.seed = seed;
        state = seed;
    }

    /** Returns a generator of its own for a purpose; the same however often and whenever asked. */
    RandomNumbers child(String purpose, int number) {
        long mixed = mix(seed + GOLDEN);
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mix(mixed ^ purpose.charAt(i));
        }
        return new RandomNumbers(mix(mixed + GOLDEN * (number + 1L)));
    }

    long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Draws evenly from 0, inclusive, to 1, exclusive. */
    double uniform() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** Draws evenly from 0, inclusive, to a limit, exclusive. */
    int index(int limit) {
        return (int) (uniform() * limit);
    }

    /** Draws from a normal distribution of mean 0 and standard deviation 1. */
    double gaussian() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        double u;
        double v;
        double square;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * Math.log(square) / square);
        spare = v * scale;
        return u * scale;
    }

    /** Draws from an exponential distribution of mean 1. */
    double exponential() {
        return -Math.log(1 - uniform());
    }

    /** Draws a count from a Poisson distribution; 0 for a mean of 0 or less. */
    double poisson(double mean) {
        if (!(mean > 0)) {
            return 0;
        }
        return mean < SMALL_MEAN ? smallPoisson(mean) : largePoisson(mean);
    }

    private double smallPoisson(double mean) {
        double limit = Math.exp(-mean);
        int count = -1;
        double product = 1;
        do {
            product *= uniform();
            count++;
        } while (product > limit);
        return count;
    }

    private double largePoisson(double mean) {
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double quick = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = uniform() - 0.5;
            double v = uniform();
            double us = 0.5 - Math.abs(u);
            double count = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= quick) {
                return count;
            }
            if (count < 0 || (us < 0.013 && v > us)) {
                continue;
            }
            double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
            if (Math.log(v * inverseAlpha / (a / (us * us) + b))
                    <= count * Math.log(mean) - mean - logFactorial(count)) {
                return count;
            }
        }
    }

    /** The logarithm of a factorial: a table, then Stirling's series, good to 1e-12. */
    private static double logFactorial(double n) {
        if (n < LOG_FACTORIAL.length) {
            return LOG_FACTORIAL[(int) n];
        }
        double inverse = 1 / n;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
        return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
    }

    private static double[] logFactorials(int count) {
        double[] table = new double[count];
        for (int n = 1; n < count; n++) {
            table[n] = table[n - 1] + Math.log(n);
        }
        return table;
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
