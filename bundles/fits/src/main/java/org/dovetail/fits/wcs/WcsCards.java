package org.dovetail.fits.wcs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.image.Header.Card;
import org.dovetail.image.Wcs;

/**
 * Reads the cards of sky coordinates, in whichever of the usual forms ({@code CD}; {@code PC} or
 * {@code CROTA2} with {@code CDELT}), moves them with the pixels, and writes them as {@code CD}.
 *
 * <p>Reference: Greisen &amp; Calabretta (2002), A&amp;A 395, 1061, doi:10.1051/0004-6361:20021326.
 */
public final class WcsCards {

    private static final Pattern OF_WCS = Pattern.compile("(WCSAXES|WCSNAME|CTYPE[12]|CUNIT[12]"
            + "|CRVAL[12]|CRPIX[12]|CDELT[12]|CROTA[12]|C?PC0*[12]_?0*[12]|CD[12]_[12]|CNAME[12]"
            + "|CRDER[12]|CSYER[12]|PV[12]_\\d+|LONPOLE|LATPOLE|RADESYS|RADECSYS|EQUINOX"
            + "|(A|B|AP|BP)_(ORDER|DMAX|\\d_\\d)|LTV[12]|LTM[12]_[12])[A-Z]?");

    private final Cards header;
    private final PixelMap map;
    private final double[] cd;

    private WcsCards(Cards header, PixelMap map, double[] cd) {
        this.header = header;
        this.map = map;
        this.cd = cd;
    }

    /** Returns whether a keyword is one of sky or other world coordinates. */
    public static boolean isWcs(String keyword) {
        return OF_WCS.matcher(keyword).matches();
    }

    /**
     * Finds the sky coordinates of a header.
     *
     * @param header the header
     * @param map where the header's pixels lie in the image that the coordinates are wanted for
     * @return the coordinates; empty if the header has none of right ascension and declination
     */
    public static Optional<WcsCards> find(Cards header, PixelMap map) {
        boolean celestial = header.text("CTYPE1")
                        .filter(type -> type.startsWith("RA--"))
                        .isPresent()
                && header.text("CTYPE2").filter(type -> type.startsWith("DEC-")).isPresent();
        if (!celestial
                || header.number("CRVAL1").isEmpty()
                || header.number("CRVAL2").isEmpty()) {
            return Optional.empty();
        }
        double[] cd = matrix(header);
        boolean invertible = cd[0] * cd[3] - cd[1] * cd[2] != 0;
        return invertible ? Optional.of(new WcsCards(header, map, cd)) : Optional.empty();
    }

    private static double[] matrix(Cards header) {
        if (header.has("CD1_1") || header.has("CD1_2") || header.has("CD2_1")) {
            return new double[] {
                number(header, "CD1_1", 0), number(header, "CD1_2", 0),
                number(header, "CD2_1", 0), number(header, "CD2_2", 0)
            };
        }
        double stepX = number(header, "CDELT1", 1);
        double stepY = number(header, "CDELT2", 1);
        if (header.list().stream().anyMatch(card -> card.keyword().matches("PC[12]_[12]"))) {
            return new double[] {
                stepX * number(header, "PC1_1", 1), stepX * number(header, "PC1_2", 0),
                stepY * number(header, "PC2_1", 0), stepY * number(header, "PC2_2", 1)
            };
        }
        double rotation = Math.toRadians(number(header, "CROTA2", 0));
        return new double[] {
            stepX * Math.cos(rotation), -stepY * Math.sin(rotation),
            stepX * Math.sin(rotation), stepY * Math.cos(rotation)
        };
    }

    /** Returns the coordinates as something to compute with, where their projection is known. */
    public Optional<Wcs> wcs() {
        String projection = header.text("CTYPE1").orElse("").substring(4);
        String other = header.text("CTYPE2").orElse("").substring(4);
        boolean degrees = header.text("CUNIT1").orElse("deg").startsWith("deg");
        boolean tangent = projection.equals("-TAN") || projection.equals("-TAN-SIP");
        boolean plain =
                header.list().stream().noneMatch(card -> card.keyword().matches("PV[12]_\\d+"));
        if (!tangent || !projection.equals(other) || !degrees || !plain) {
            return Optional.empty();
        }
        boolean distorted = projection.endsWith("-SIP");
        return Optional.of(new TangentWcs(
                new LinearPart(crpix(1), crpix(2), cdAfterMap()),
                new NativePole(
                        number(header, "CRVAL1", 0),
                        number(header, "CRVAL2", 0),
                        number(header, "LONPOLE", 180)),
                distorted ? SipPolynomial.read(header, "A", map, map.signX()) : SipPolynomial.ZERO,
                distorted ? SipPolynomial.read(header, "B", map, map.signY()) : SipPolynomial.ZERO,
                cards()));
    }

    /** Returns the cards that describe the coordinates after the map. */
    public List<Card> cards() {
        List<Card> cards = new ArrayList<>();
        copy(cards, "CTYPE1", "CTYPE2", "CUNIT1", "CUNIT2", "CRVAL1", "CRVAL2");
        cards.add(new Card("CRPIX1", crpix(1) + 1, "reference pixel, column"));
        cards.add(new Card("CRPIX2", crpix(2) + 1, "reference pixel, row"));
        double[] mapped = cdAfterMap();
        for (int i = 0; i < 4; i++) {
            String keyword = "CD" + (1 + i / 2) + "_" + (1 + i % 2);
            cards.add(new Card(keyword, mapped[i], "degrees per pixel"));
        }
        copy(cards, "LONPOLE", "LATPOLE", "EQUINOX");
        header.text("RADESYS")
                .or(() -> header.text("RADECSYS"))
                .ifPresent(system -> cards.add(new Card("RADESYS", system, "reference system")));
        header.list().stream()
                .filter(card -> card.keyword().matches("PV[12]_\\d+|(A|B|AP|BP)_ORDER"))
                .forEach(cards::add);
        addPolynomial(cards, "A", map.signX());
        addPolynomial(cards, "B", map.signY());
        addPolynomial(cards, "AP", map.signX());
        addPolynomial(cards, "BP", map.signY());
        return cards;
    }

    private void addPolynomial(List<Card> cards, String name, int sign) {
        header.list().stream()
                .filter(card -> card.keyword().matches(name + "_\\d_\\d"))
                .filter(card -> card.value() instanceof Number)
                .forEach(card -> cards.add(new Card(
                        card.keyword(), SipPolynomial.mapped(card, map, sign), card.comment())));
    }

    private void copy(List<Card> cards, String... keywords) {
        for (String keyword : keywords) {
            header.list().stream()
                    .filter(card -> card.keyword().equals(keyword))
                    .findFirst()
                    .ifPresent(cards::add);
        }
    }

    /** Returns the reference pixel, from 0. */
    private double crpix(int axis) {
        double original = number(header, "CRPIX" + axis, 0) - 1;
        return axis == 1 ? map.x(original) : map.y(original);
    }

    private double[] cdAfterMap() {
        return new double[] {
            positive(cd[0] * map.signX()), positive(cd[1] * map.signY()),
            positive(cd[2] * map.signX()), positive(cd[3] * map.signY())
        };
    }

    private static double positive(double value) {
        return value == 0 ? 0.0 : value; // no -0.0 in a header
    }

    private static double number(Cards header, String keyword, double otherwise) {
        return header.number(keyword).orElse(otherwise);
    }
}
