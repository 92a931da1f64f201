package org.dovetail.plugin.processccd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.image.Markers.Ellipse;
import org.dovetail.role.detection.Footprint;
import org.dovetail.testkit.Images;
import org.junit.jupiter.api.Test;

class OutlinesTest {

    @Test
    void ellipseOfPixelsIsItsOwnOutline() { // axes 12 and 5, turned by 30 degrees
        double cosine = Math.cos(Math.toRadians(30));
        double sine = Math.sin(Math.toRadians(30));
        List<Integer> spans = new ArrayList<>();
        for (int y = 0; y < 40; y++) {
            int start = -1;
            for (int x = 0; x <= 50; x++) {
                double along = (x - 25) * cosine + (y - 20) * sine;
                double across = (y - 20) * cosine - (x - 25) * sine;
                boolean inside = Math.hypot(along / 12, across / 5) <= 1;
                if (inside && start < 0) {
                    start = x;
                } else if (!inside && start >= 0) {
                    spans.addAll(List.of(y, start, x));
                    start = -1;
                }
            }
        }
        Ellipse ellipse = outline(spans.stream().mapToInt(i -> i).toArray());
        assertEquals(25, ellipse.x(), 1e-9);
        assertEquals(20, ellipse.y(), 1e-9);
        assertEquals(12, ellipse.semiMajor(), 0.2); // whole pixels
        assertEquals(5, ellipse.semiMinor(), 0.2);
        assertEquals(30, ellipse.positionAngle(), 1);
    }

    @Test
    void singlePixelHasASize() { // a square's variance of 1/12, twice its root
        Ellipse ellipse = outline(3, 7, 8);
        assertEquals(7, ellipse.x());
        assertEquals(3, ellipse.y());
        assertEquals(2 / Math.sqrt(12), ellipse.semiMajor(), 1e-12);
        assertEquals(2 / Math.sqrt(12), ellipse.semiMinor(), 1e-12);
    }

    private static Ellipse outline(int... spans) {
        return Outlines.draw(Images.constant(60, 60, 0), List.of(Footprint.wrap(spans, 0, 0, 1)))
                .ellipses()
                .get(0);
    }
}
