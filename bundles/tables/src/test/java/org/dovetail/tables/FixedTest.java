package org.dovetail.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTest {

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                0.0005,
                -0.0004,
                1.0005,
                2.5,
                0.125,
                9.9995,
                999.9999,
                1e9,
                -1e12,
                123456789.0625,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Double.MAX_VALUE,
                Double.MIN_VALUE
            })
    void surprisesAreWrittenAsTheLibraryDoes(double value) {
        for (int decimals = 1; decimals <= 6; decimals++) {
            assertEquals(format(value, decimals), Fixed.text(value, decimals));
        }
    }

    @Test
    void anyNumberIsWrittenAsTheLibraryDoes() {
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 3);
            double tie = Math.rint(value) + (random.nextInt(2000) - 1000) / 2000.0;
            int decimals = 1 + random.nextInt(6);
            assertEquals(format(value, decimals), Fixed.text(value, decimals));
            assertEquals(format(tie, decimals), Fixed.text(tie, decimals));
        }
    }

    private static String format(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
