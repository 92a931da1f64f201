package org.dovetail.fits.wcs;

/**
 * Says where pixels of a read-out lie on the assembled detector: each axis is kept or turned round,
 * then moved.
 *
 * @param signX 1, or -1 where columns run backwards
 * @param shiftX column on the detector of column 0 of the read-out
 * @param signY 1, or -1 where rows run backwards
 * @param shiftY row on the detector of row 0 of the read-out
 */
public record PixelMap(int signX, double shiftX, int signY, double shiftY) {

    /** Leaves every pixel where it is. */
    public static final PixelMap IDENTITY = new PixelMap(1, 0, 1, 0);

    /** Returns where pixels of the detector lie in the read-out. */
    public PixelMap inverse() {
        return new PixelMap(signX, -signX * shiftX, signY, -signY * shiftY);
    }

    double x(double column) {
        return signX * column + shiftX;
    }

    double y(double row) {
        return signY * row + shiftY;
    }
}
