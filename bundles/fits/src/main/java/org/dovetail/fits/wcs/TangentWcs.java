package org.dovetail.fits.wcs;

import java.util.List;
import org.dovetail.image.Header.Card;
import org.dovetail.image.Wcs;

/**
 * Sky coordinates in the gnomonic projection ({@code TAN}), with or without a SIP distortion.
 *
 * <p><b>Limits.</b> The distortion is inverted by fixed-point iteration from the undistorted point;
 * where that does not settle, the point is not finite.
 *
 * <p>Reference: Calabretta &amp; Greisen (2002), A&amp;A 395, 1077, section 5.1.3; checked against
 * WCSLIB through astropy 5.2.1.
 */
final class TangentWcs implements Wcs {

    private static final int ITERATIONS = 100;
    private static final double SETTLED = 1e-9; // pixel

    private final LinearPart linear;
    private final NativePole pole;
    private final SipPolynomial distortionX;
    private final SipPolynomial distortionY;
    private final List<Card> cards;

    TangentWcs(
            LinearPart linear,
            NativePole pole,
            SipPolynomial distortionX,
            SipPolynomial distortionY,
            List<Card> cards) {
        this.linear = linear;
        this.pole = pole;
        this.distortionX = distortionX;
        this.distortionY = distortionY;
        this.cards = List.copyOf(cards);
    }

    @Override
    public SkyPosition toSky(double x, double y) {
        double u = x - linear.x();
        double v = y - linear.y();
        double straightU = u + distortionX.at(u, v);
        double straightV = v + distortionY.at(u, v);
        double planeX = Math.toRadians(linear.planeX(straightU, straightV));
        double planeY = Math.toRadians(linear.planeY(straightU, straightV));
        double theta = Math.atan2(1, Math.hypot(planeX, planeY));
        return pole.toSky(Math.atan2(planeX, -planeY), theta);
    }

    @Override
    public PixelPosition toPixel(SkyPosition position) {
        double[] angles = pole.toNative(position);
        double theta = angles[1];
        if (!(theta > 0)) {
            return new PixelPosition(Double.NaN, Double.NaN); // the other half of the sky
        }
        double radius = Math.toDegrees(1 / Math.tan(theta));
        double planeX = radius * Math.sin(angles[0]);
        double planeY = -radius * Math.cos(angles[0]);
        return distort(linear.u(planeX, planeY), linear.v(planeX, planeY));
    }

    @Override
    public List<Card> cards() {
        return cards;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TangentWcs wcs && cards.equals(wcs.cards);
    }

    @Override
    public int hashCode() {
        return cards.hashCode();
    }

    private PixelPosition distort(double straightU, double straightV) {
        double u = straightU;
        double v = straightV;
        for (int i = 0; i < ITERATIONS; i++) {
            double nextU = straightU - distortionX.at(u, v);
            double nextV = straightV - distortionY.at(u, v);
            boolean settled = Math.abs(nextU - u) + Math.abs(nextV - v) < SETTLED;
            u = nextU;
            v = nextV;
            if (settled) {
                return new PixelPosition(u + linear.x(), v + linear.y());
            }
        }
        return new PixelPosition(Double.NaN, Double.NaN);
    }
}
