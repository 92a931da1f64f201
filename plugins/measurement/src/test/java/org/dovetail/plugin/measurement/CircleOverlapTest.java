package org.dovetail.plugin.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircleOverlapTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.4, 0.5, 0.6, 0.7071, 1, 2.5, 3, 8, 40})
    void pixelsMakeUpTheCircle(double radius) {
        for (double offset = 0; offset < 1; offset += 0.13) {
            int reach = (int) radius + 2;
            double area = 0;
            for (int y = -reach; y <= reach; y++) {
                for (int x = -reach; x <= reach; x++) {
                    area += CircleOverlap.area(x - offset, y + 0.7 * offset, radius);
                }
            }
            assertEquals(1, area / (Math.PI * radius * radius), 1e-11);
        }
    }

    @Test
    void knownPartsAreExact() {
        // A quarter of a unit circle, from the middle of a pixel's corner.
        assertEquals(Math.PI / 4, CircleOverlap.area(0.5, 0.5, 1), 1e-14);
        // Half of a small circle on an edge; all of one inside.
        assertEquals(Math.PI * 0.04 / 2, CircleOverlap.area(0.5, 0, 0.2), 1e-14);
        assertEquals(Math.PI * 0.04, CircleOverlap.area(0.1, -0.2, 0.2), 1e-14);
        // A segment of height 0.1: r^2 acos(0.9) - 0.9 sqrt(1 - 0.81).
        double segment = Math.acos(0.9) - 0.9 * Math.sqrt(0.19);
        assertEquals(segment, CircleOverlap.area(1.4, 0, 1), 1e-14);
        assertEquals(0, CircleOverlap.area(3, 0, 2.5));
        assertEquals(0, CircleOverlap.area(3, 3, 3));
        assertEquals(1, CircleOverlap.area(3, 3, 5));
    }

    @ParameterizedTest
    @CsvSource({"1.2, 0.3, 1.5", "2.1, -2.3, 3", "-4.9, 0.2, 5", "5.5, 5.8, 8", "-0.3, 0.4, 0.6"})
    void agreesWithCounting(double dx, double dy, double radius) {
        int steps = 2000;
        long inside = 0;
        for (int i = 0; i < steps * steps; i++) {
            double x = dx - 0.5 + (i % steps + 0.5) / steps;
            double y = dy - 0.5 + (double) (i / steps) / steps + 0.5 / steps;
            inside += x * x + y * y < radius * radius ? 1 : 0;
        }
        // Points of a grid of 2000 x 2000 are wrong by some of those at the rim.
        double counted = (double) inside / steps / steps;
        assertEquals(counted, CircleOverlap.area(dx, dy, radius), 1e-5);
    }
}
