package org.dovetail.fits.wcs;

import org.dovetail.image.Wcs.SkyPosition;

/**
 * The rotation between native and celestial spherical coordinates of a zenithal projection, whose
 * reference point is the native pole.
 *
 * <p>Reference: Calabretta &amp; Greisen (2002), A&amp;A 395, 1077, equations 2 and 5.
 *
 * @param rightAscension of the pole, in degrees
 * @param declination of the pole, in degrees
 * @param longitude the native longitude of the celestial pole ({@code LONPOLE}), in degrees
 */
record NativePole(double rightAscension, double declination, double longitude) {

    /** Returns the sky position of native coordinates in radians. */
    SkyPosition toSky(double phi, double theta) {
        double pole = Math.toRadians(declination);
        double angle = phi - Math.toRadians(longitude);
        double east = -Math.cos(theta) * Math.sin(angle);
        double north = Math.sin(theta) * Math.cos(pole)
                - Math.cos(theta) * Math.sin(pole) * Math.cos(angle);
        double up = Math.sin(theta) * Math.sin(pole)
                + Math.cos(theta) * Math.cos(pole) * Math.cos(angle);
        double ra = rightAscension + Math.toDegrees(Math.atan2(east, north));
        double dec = Math.toDegrees(Math.atan2(up, Math.hypot(east, north)));
        return new SkyPosition(ra - 360 * Math.floor(ra / 360), dec);
    }

    /** Returns native longitude and latitude of a sky position, in radians. */
    double[] toNative(SkyPosition position) {
        double pole = Math.toRadians(declination);
        double dec = Math.toRadians(position.declination());
        double angle = Math.toRadians(position.rightAscension() - rightAscension);
        double x =
                Math.sin(dec) * Math.cos(pole) - Math.cos(dec) * Math.sin(pole) * Math.cos(angle);
        double y = -Math.cos(dec) * Math.sin(angle);
        double z =
                Math.sin(dec) * Math.sin(pole) + Math.cos(dec) * Math.cos(pole) * Math.cos(angle);
        double phi = Math.toRadians(longitude) + Math.atan2(y, x);
        return new double[] {phi, Math.atan2(z, Math.hypot(x, y))};
    }
}
