package org.dovetail.image;

import java.util.ArrayList;
import java.util.List;

/**
 * World coordinates of a gnomonic (TAN) projection: a plane that touches the celestial sphere.
 *
 * <p>Reference: Calabretta &amp; Greisen (2002), A&amp;A 395, 1077,
 * doi:10.1051/0004-6361:20021327, sections 2 and 5.1.3. Written from the paper; checked against its
 * table 7 and wcslib.
 *
 * @param referencePixel the point of the image where the plane touches; CRPIX, but counted from 0
 * @param referenceSky the sky position of that point; CRVAL
 * @param matrix from pixels to degrees on the plane
 * @param poleLongitude the native longitude of the celestial pole, in degrees; LONPOLE
 * @since 1.0
 */
public record TanWcs(
        PixelPosition referencePixel, SkyPosition referenceSky, Matrix matrix, double poleLongitude)
        implements Wcs {

    private static final double USUAL_POLE = 180;

    /** Refuses a reference that is no position. */
    public TanWcs {
        if (!(Math.abs(referenceSky.declination()) <= 90)
                || !Double.isFinite(referenceSky.rightAscension())) {
            throw new IllegalArgumentException(
                    "no position on the sky can be the reference " + referenceSky);
        }
    }

    /**
     * Makes coordinates with the usual longitude of the pole: 180 degrees, but 0 where the reference
     * is the north pole.
     *
     * @param referencePixel the point of the image where the plane touches
     * @param referenceSky the sky position of that point
     * @param matrix from pixels to degrees on the plane
     * @return the coordinates
     */
    public static TanWcs of(PixelPosition referencePixel, SkyPosition referenceSky, Matrix matrix) {
        return new TanWcs(referencePixel, referenceSky, matrix, usualPole(referenceSky));
    }

    @Override
    public SkyPosition toSky(double x, double y) {
        double dx = x - referencePixel.x();
        double dy = y - referencePixel.y();
        double east = Math.toRadians(matrix.cd11 * dx + matrix.cd12 * dy);
        double north = Math.toRadians(matrix.cd21 * dx + matrix.cd22 * dy);
        double turn = Math.toRadians(USUAL_POLE - poleLongitude);
        double xi = east * Math.cos(turn) - north * Math.sin(turn);
        double eta = north * Math.cos(turn) + east * Math.sin(turn);
        double declination = Math.toRadians(referenceSky.declination());
        double forward = Math.cos(declination) - eta * Math.sin(declination);
        double up = Math.sin(declination) + eta * Math.cos(declination);
        double longitude = referenceSky.rightAscension() + Math.toDegrees(Math.atan2(xi, forward));
        return new SkyPosition(
                wrapped(longitude), Math.toDegrees(Math.atan2(up, Math.hypot(xi, forward))));
    }

    @Override
    public PixelPosition toPixel(SkyPosition position) {
        double declination = Math.toRadians(position.declination());
        double center = Math.toRadians(referenceSky.declination());
        double longitude =
                Math.toRadians(position.rightAscension() - referenceSky.rightAscension());
        // Differences of near angles by half-angle formulae: no digits are lost in small fields.
        double half = Math.sin(longitude / 2);
        double bend = 2 * Math.cos(declination) * half * half;
        double depth = Math.cos(declination - center) - bend * Math.cos(center);
        if (!(depth > 0)) { // the far half of the sky has no image on the plane
            return new PixelPosition(Double.NaN, Double.NaN);
        }
        double xi = Math.cos(declination) * Math.sin(longitude) / depth;
        double eta = (Math.sin(declination - center) + bend * Math.sin(center)) / depth;
        double turn = Math.toRadians(USUAL_POLE - poleLongitude);
        double east = Math.toDegrees(xi * Math.cos(turn) + eta * Math.sin(turn));
        double north = Math.toDegrees(eta * Math.cos(turn) - xi * Math.sin(turn));
        double determinant = matrix.determinant();
        return new PixelPosition(
                referencePixel.x() + (matrix.cd22 * east - matrix.cd12 * north) / determinant,
                referencePixel.y() + (matrix.cd11 * north - matrix.cd21 * east) / determinant);
    }

    @Override
    public List<Header.Card> cards() {
        List<Header.Card> cards = new ArrayList<>();
        cards.add(new Header.Card("CTYPE1", "RA---TAN", "gnomonic projection"));
        cards.add(new Header.Card("CTYPE2", "DEC--TAN", "gnomonic projection"));
        cards.add(new Header.Card("CUNIT1", "deg", ""));
        cards.add(new Header.Card("CUNIT2", "deg", ""));
        cards.add(new Header.Card("CRPIX1", referencePixel.x() + 1, "[pixel] reference"));
        cards.add(new Header.Card("CRPIX2", referencePixel.y() + 1, "[pixel] reference"));
        cards.add(new Header.Card("CRVAL1", referenceSky.rightAscension(), "[deg] reference"));
        cards.add(new Header.Card("CRVAL2", referenceSky.declination(), "[deg] reference"));
        cards.add(new Header.Card("CD1_1", matrix.cd11, "[deg/pixel]"));
        cards.add(new Header.Card("CD1_2", matrix.cd12, "[deg/pixel]"));
        cards.add(new Header.Card("CD2_1", matrix.cd21, "[deg/pixel]"));
        cards.add(new Header.Card("CD2_2", matrix.cd22, "[deg/pixel]"));
        if (poleLongitude != usualPole(referenceSky)) {
            cards.add(new Header.Card("LONPOLE", poleLongitude, "[deg]"));
        }
        cards.add(new Header.Card("RADESYS", "ICRS", "celestial system"));
        return List.copyOf(cards);
    }

    private static double usualPole(SkyPosition reference) {
        return reference.declination() >= 90 ? 0 : USUAL_POLE;
    }

    private static double wrapped(double degrees) {
        double angle = degrees % 360;
        double positive = angle < 0 ? angle + 360 : angle;
        return positive == 360 ? 0 : positive; // -1e-20 + 360 rounds to 360
    }

    /**
     * Leads from differences of pixels to degrees on the plane: {@code xi = cd11 dx + cd12 dy},
     * {@code eta = cd21 dx + cd22 dy}, with xi to the east and eta to the north.
     *
     * @param cd11 degrees to the east for each column
     * @param cd12 degrees to the east for each row
     * @param cd21 degrees to the north for each column
     * @param cd22 degrees to the north for each row
     */
    public record Matrix(double cd11, double cd12, double cd21, double cd22) {

        /** Refuses a matrix that has no inverse. */
        public Matrix {
            double determinant = cd11 * cd22 - cd12 * cd21;
            if (!(Math.abs(determinant) > 0 && Math.abs(determinant) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the CD matrix " + cd11 + ", " + cd12 + "; "
                        + cd21 + ", " + cd22 + " has no inverse");
            }
        }

        /** Returns the area of a pixel, in square degrees; negative where east is to the left. */
        public double determinant() {
            return cd11 * cd22 - cd12 * cd21;
        }
    }
}
