package org.dovetail.plugin.simulator;

import org.dovetail.image.Wcs.SkyPosition;

/**
 * A star or a galaxy.
 *
 * @param id its number in the survey, from 1
 * @param position where it is
 * @param magnitude how bright it is
 * @param shape what it looks like without an atmosphere
 */
record Source(long id, SkyPosition position, double magnitude, Shape shape) {

    /** The kinds of profile. */
    enum Profile {
        /** A point. */
        STAR,
        /** An exponential disk. */
        DISK,
        /** De Vaucouleurs' profile. */
        BULGE
    }

    /**
     * The shape of a source.
     *
     * @param profile the kind of profile
     * @param radius the half-light radius along the major axis, in arc seconds
     * @param axisRatio minor by major axis
     * @param orientation of the major axis, in degrees from the first row of the image towards the
     *     first column
     */
    record Shape(Profile profile, double radius, double axisRatio, double orientation) {

        static final Shape POINT = new Shape(Profile.STAR, 0, 1, 0);
    }

    boolean galaxy() {
        return shape.profile() != Profile.STAR;
    }
}
