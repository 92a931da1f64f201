package org.dovetail.fits.wcs;

/**
 * From pixels to the plane of projection and back.
 *
 * @param x column of the reference pixel, from 0
 * @param y row of the reference pixel, from 0
 * @param cd the matrix, row after row, in degrees per pixel
 */
record LinearPart(double x, double y, double[] cd) {

    double planeX(double u, double v) {
        return cd[0] * u + cd[1] * v;
    }

    double planeY(double u, double v) {
        return cd[2] * u + cd[3] * v;
    }

    double u(double planeX, double planeY) {
        return (cd[3] * planeX - cd[1] * planeY) / determinant();
    }

    double v(double planeX, double planeY) {
        return (cd[0] * planeY - cd[2] * planeX) / determinant();
    }

    private double determinant() {
        return cd[0] * cd[3] - cd[1] * cd[2];
    }
}
