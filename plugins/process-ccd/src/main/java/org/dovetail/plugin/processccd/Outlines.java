package org.dovetail.plugin.processccd;

import java.util.List;
import org.dovetail.image.Image;
import org.dovetail.image.Markers;
import org.dovetail.image.Markers.Ellipse;
import org.dovetail.role.detection.Footprint;

/** Draws an ellipse around each source: the one with the second moments of its footprint. */
final class Outlines {

    /** The variance of a coordinate within a pixel, in pixels squared. */
    private static final double OF_A_PIXEL = 1.0 / 12;

    private Outlines() {}

    static Markers draw(Image image, List<Footprint> footprints) {
        return new Markers(image, footprints.stream().map(Outlines::around).toList());
    }

    private static Ellipse around(Footprint footprint) {
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumYy = 0;
        double sumXy = 0;
        int left = footprint.box().x(); // small numbers keep the sums exact
        int bottom = footprint.box().y();
        for (int i = 0; i < footprint.spans(); i++) {
            double y = footprint.row(i) - bottom;
            for (int column = footprint.start(i); column < footprint.end(i); column++) {
                double x = column - left;
                sumX += x;
                sumY += y;
                sumXx += x * x;
                sumYy += y * y;
                sumXy += x * y;
            }
        }
        double area = footprint.area();
        double x = sumX / area;
        double y = sumY / area;
        double xx = sumXx / area - x * x + OF_A_PIXEL;
        double yy = sumYy / area - y * y + OF_A_PIXEL;
        double xy = sumXy / area - x * y;
        double middle = (xx + yy) / 2;
        double half = Math.hypot((xx - yy) / 2, xy);
        // a filled ellipse has a variance of a quarter of its semi-axis squared
        return new Ellipse(
                left + x,
                bottom + y,
                2 * Math.sqrt(middle + half),
                2 * Math.sqrt(Math.max(0, middle - half)),
                Math.toDegrees(Math.atan2(2 * xy, xx - yy) / 2));
    }
}
