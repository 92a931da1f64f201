package org.dovetail.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigsTest {

    @interface Sample {
        @Setting(value = "Side of a mesh", unit = "pixel", min = 1, max = 512)
        int boxSize() default 64;

        @Setting(value = "Clipping threshold", unit = "standard deviation", min = 0)
        double clip() default 3;

        @Setting(
                value = "How",
                choices = {"mean", "median"})
        String statistic() default "mean";

        @Setting(value = "Radii", unit = "pixel", min = 0)
        double[] radii() default {3, 5};

        @Setting("On")
        boolean on() default true;

        @Setting("Seed")
        long seed() default 1;
    }

    @interface Demanding {
        @Setting("Must be given")
        int needed();
    }

    @interface Odd {
        Class<?> type() default Object.class;
    }

    @Test
    void defaultsAreTheElements() {
        Sample config = Configs.of(Sample.class);
        assertEquals(64, config.boxSize());
        assertEquals(3, config.clip());
        assertEquals("mean", config.statistic());
        assertArrayEquals(new double[] {3, 5}, config.radii());
    }

    @Test
    void wholeNumbersServeWhereANumberIsAsked() {
        assertEquals(4, Configs.of(Sample.class, "clip", 4).clip());
        assertArrayEquals(
                new double[] {2, 2.5},
                Configs.of(Sample.class, "radii", List.of(2, 2.5)).radii());
        assertArrayEquals(new double[] {7}, Configs.of(Sample.class, "radii", 7).radii());
        assertEquals(1L << 40, Configs.of(Sample.class, "seed", 1L << 40).seed());
    }

    @Test
    void fractionIsNoWholeNumber() {
        assertMessage("boxSize must be a whole number (pixel), was 3.7", "boxSize", 3.7);
    }

    @Test
    void numbersBeyondTheTypeAreRefused() {
        assertMessage(
                "boxSize must be a whole number (pixel), was 3000000000", "boxSize", 3000000000L);
        assertMessage(
                "seed must be a whole number, was 99999999999999999999",
                "seed",
                new BigInteger("99999999999999999999"));
    }

    @Test
    void textIsNoNumber() {
        assertMessage("clip must be a number (standard deviation), was '3'", "clip", "3");
    }

    @Test
    void rangeIsInclusiveAndNamed() {
        assertEquals(512, Configs.of(Sample.class, "boxSize", 512).boxSize());
        assertMessage("boxSize must be from 1 to 512 (pixel), was 513", "boxSize", 513);
        assertMessage("clip must be at least 0 (standard deviation), was -1.0", "clip", -1);
    }

    @Test
    void notANumberIsOutsideOfEveryRange() {
        assertMessage("clip must be at least 0 (standard deviation), was NaN", "clip", Double.NaN);
    }

    @Test
    void eachElementOfAListIsChecked() {
        assertMessage("radii must be at least 0 (pixel), was -2.0", "radii", List.of(3, -2));
    }

    @Test
    void choicesAreNamed() {
        assertMessage("statistic must be one of mean, median, was 'mode'", "statistic", "mode");
    }

    @Test
    void allMistakesAreReportedAtOnce() {
        TaskException e = assertThrows(
                TaskException.class,
                () -> Configs.of(Sample.class, Map.of("boxSiz", 3, "on", "yes")));
        assertEquals(ErrorCode.INVALID_CONFIGURATION, e.code());
        assertEquals(
                "on must be true or false, was 'yes'; unknown setting 'boxSiz'", e.getMessage());
    }

    @Test
    void settingWithoutDefaultMustBeGiven() {
        TaskException e = assertThrows(TaskException.class, () -> Configs.of(Demanding.class));
        assertEquals("needed has no default and must be given", e.getMessage());
        assertEquals(3, Configs.of(Demanding.class, "needed", 3).needed());
    }

    @Test
    void elementOfAnotherTypeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Configs.of(Odd.class));
    }

    @Test
    void configurationsAreEqualByValue() {
        Sample one = Configs.of(Sample.class, "clip", 2.0);
        assertEquals(one, Configs.of(Sample.class, "clip", 2));
        assertEquals(one.hashCode(), Configs.of(Sample.class, "clip", 2).hashCode());
        assertNotEquals(one, Configs.of(Sample.class));
    }

    @Test
    void arraysCannotBeChangedFromOutside() {
        Sample config = Configs.of(Sample.class);
        config.radii()[0] = -1;
        assertEquals(3, config.radii()[0]);
    }

    private static void assertMessage(String message, String name, Object value) {
        TaskException e =
                assertThrows(TaskException.class, () -> Configs.of(Sample.class, name, value));
        assertEquals(message, e.getMessage());
    }
}
