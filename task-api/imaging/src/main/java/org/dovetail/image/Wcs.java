package org.dovetail.image;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * World coordinates: which place on the sky a pixel shows.
 *
 * <p>Reference: Calabretta &amp; Greisen (2002), A&amp;A 395, 1077, doi:10.1051/0004-6361:20021327.
 *
 * @since 1.0
 */
@ProviderType
public interface Wcs {

    /**
     * Returns the sky position of a point of the image.
     *
     * @param x column, in pixels; 0 is the center of the first
     * @param y row, in pixels; 0 is the center of the first
     * @return the position
     */
    SkyPosition toSky(double x, double y);

    /**
     * Returns the point of the image that shows a sky position.
     *
     * @param position the position
     * @return the point; not finite where the projection does not show the position
     */
    PixelPosition toPixel(SkyPosition position);

    /** Returns the cards that describe these coordinates in a FITS header. */
    List<Header.Card> cards();

    /**
     * A position on the sky, ICRS.
     *
     * @param rightAscension in degrees, from 0 to 360
     * @param declination in degrees, from -90 to 90
     */
    record SkyPosition(double rightAscension, double declination) {}

    /**
     * A point of an image.
     *
     * @param x column, in pixels; 0 is the center of the first
     * @param y row, in pixels; 0 is the center of the first
     */
    record PixelPosition(double x, double y) {}
}
