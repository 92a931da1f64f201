package org.dovetail.plugin.background.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dovetail.image.Image;
import org.dovetail.plugin.background.mesh.SplineSurface.Kind;
import org.dovetail.testkit.Images;
import org.junit.jupiter.api.Test;

class SplineSurfaceTest {

    private static final int BOX = 10;
    private static final float ANY = Float.NEGATIVE_INFINITY;

    @Test
    void planeIsReproducedToTheEdge() {
        double[] nodes = new double[12];
        for (int i = 0; i < 12; i++) { // centers of boxes of 10 pixels: 4.5, 14.5 ...
            nodes[i] = 100 + 3 * (i % 4 * BOX + 4.5) - 2 * (i / 4 * BOX + 4.5);
        }
        Image plane = Images.of(37, 30, (x, y) -> 100 + 3 * x - 2 * y);
        SplineSurface surface = new SplineSurface(37, 30, BOX, 4, 3, nodes, ANY, Kind.NATURAL);
        assertEquals(0, Images.difference(plane, surface.toImage()), 2e-5); // single precision
    }

    @Test
    void naturalSplineThroughAnImpulse() { // by hand, and scipy 1.10
        double[] nodes = {0, 0, 1, 0, 0};
        float[] row = new float[50];
        new SplineSurface(50, 1, BOX, 5, 1, nodes, ANY, Kind.NATURAL).row(0, row);
        // Second derivatives 18/7, -30/7, 18/7 at the inner nodes; half way, with t near 0.5:
        double t = 0.55;
        double s = 1 - t;
        double expected = t + (s * (s * s - 1) * 18 / 7 + t * (t * t - 1) * -30 / 7) / 6;
        assertEquals(expected, row[20], 1e-6);
    }

    @Test
    void leastValueIsKept() {
        double[] nodes = {0, 0, 1, 0, 0};
        float[] row = new float[50];
        new SplineSurface(50, 1, BOX, 5, 1, nodes, 0, Kind.NATURAL).row(0, row);
        for (float value : row) {
            assertEquals(Math.max(value, 0), value);
        }
        assertEquals(0, row[10]); // the spline undershoots here
    }
}
