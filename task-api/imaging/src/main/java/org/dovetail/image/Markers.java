package org.dovetail.image;

import java.util.List;

/**
 * An image and the places in it to point at: what a quick look shows.
 *
 * @param image the image
 * @param ellipses the places
 * @since 1.0
 */
public record Markers(Image image, List<Ellipse> ellipses) {

    /** Copies the list. */
    public Markers {
        ellipses = List.copyOf(ellipses);
    }

    /**
     * A place in the image.
     *
     * @param x column of the center, in pixels; 0 is the center of the first
     * @param y row of the center, in pixels
     * @param semiMajor semi-major axis, in pixels
     * @param semiMinor semi-minor axis, in pixels
     * @param positionAngle of the major axis, in degrees from the x axis towards the y axis
     */
    public record Ellipse(
            double x, double y, double semiMajor, double semiMinor, double positionAngle) {}
}
