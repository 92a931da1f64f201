package org.dovetail.tables;

import java.util.Locale;

/**
 * Numbers with a fixed number of decimals: as {@link String#format} writes them, but for the cost of
 * understanding a pattern each time.
 */
final class Fixed {

    private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};
    private static final double LARGEST = 1e9; // in units of the last decimal: rounded by 1e-7
    private static final double HALF = 0.5;
    private static final double DOUBT = 1e-3; // more than what scaling rounds

    private Fixed() {}

    /**
     * Writes a number.
     *
     * @param value the number
     * @param decimals how many decimals; 1 to 6
     */
    static String text(double value, int decimals) {
        double scaled = Math.abs(value) * POWERS[decimals];
        long whole = (long) scaled;
        double rest = scaled - whole;
        // A tie is one of the shortest decimal text, not of the binary number: left to the library.
        if (!(scaled < LARGEST) || Math.abs(rest - HALF) < DOUBT) {
            return String.format(Locale.ROOT, "%." + decimals + "f", value);
        }
        long rounded = rest > HALF ? whole + 1 : whole;
        StringBuilder text = new StringBuilder();
        if (Double.compare(value, 0) < 0) {
            text.append('-');
        }
        text.append(rounded / POWERS[decimals]).append('.');
        long part = rounded % POWERS[decimals];
        for (int i = decimals - 1; i >= 0; i--) {
            text.append((char) ('0' + part / POWERS[i] % 10));
        }
        return text.toString();
    }
}
