package org.dovetail.fits.wcs;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.image.Header.Card;

/**
 * A distortion polynomial of the Simple Imaging Polynomial convention.
 *
 * <p>Reference: Shupe et al. (2005), ASP Conf. Ser. 347, 491.
 *
 * @param terms its terms
 */
record SipPolynomial(List<Term> terms) {

    static final SipPolynomial ZERO = new SipPolynomial(List.of());

    /** One coefficient and the powers of its coordinates. */
    record Term(int powerU, int powerV, double coefficient) {}

    /**
     * Reads one polynomial of a header.
     *
     * @param name {@code A} or {@code B}
     * @param map the map that the pixels go through
     * @param sign the sign of the map along the axis that the polynomial corrects
     */
    static SipPolynomial read(Cards header, String name, PixelMap map, int sign) {
        List<Term> terms = new ArrayList<>();
        for (Card card : header.list()) {
            if (card.keyword().matches(name + "_\\d_\\d") && card.value() instanceof Number) {
                terms.add(new Term(powerU(card), powerV(card), mapped(card, map, sign)));
            }
        }
        return new SipPolynomial(List.copyOf(terms));
    }

    /** Returns a coefficient as it is once axes are turned round. */
    static double mapped(Card card, PixelMap map, int sign) {
        boolean turnU = map.signX() < 0 && powerU(card) % 2 != 0;
        boolean turnV = map.signY() < 0 && powerV(card) % 2 != 0;
        double value = ((Number) card.value()).doubleValue() * sign;
        return turnU != turnV ? -value : value;
    }

    double at(double u, double v) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.coefficient() * Math.pow(u, term.powerU()) * Math.pow(v, term.powerV());
        }
        return sum;
    }

    private static int powerU(Card card) {
        String keyword = card.keyword();
        return keyword.charAt(keyword.length() - 3) - '0';
    }

    private static int powerV(Card card) {
        String keyword = card.keyword();
        return keyword.charAt(keyword.length() - 1) - '0';
    }
}
