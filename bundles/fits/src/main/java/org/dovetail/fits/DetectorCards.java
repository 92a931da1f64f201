package org.dovetail.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dovetail.fits.camera.Keywords;
import org.dovetail.fits.camera.Section;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.Header.Card;

/**
 * Keeps a detector in a header: {@code DETECTOR}, {@code DETSIZE}; for each amplifier {@code
 * AMPNAMn}, {@code DETSECn} (backwards where an axis is turned round), {@code GAINn}, {@code
 * RDNOISn}, {@code SATURn}, {@code LINLIMn}; for each defect {@code DEFnnnnn}.
 */
final class DetectorCards {

    private static final int MOST_AMPLIFIERS = 999;

    private DetectorCards() {}

    static List<Card> of(Detector detector) {
        List<Card> cards = new ArrayList<>();
        cards.add(new Card("DETECTOR", detector.name(), "detector"));
        Box all = new Box(0, 0, detector.width(), detector.height());
        cards.add(new Card("DETSIZE", all.toString(), "all its pixels"));
        for (int i = 0; i < detector.amplifiers().size(); i++) {
            amplifier(cards, detector.amplifiers().get(i), i + 1);
        }
        for (int i = 0; i < detector.defects().size(); i++) {
            String keyword = String.format(Locale.ROOT, "DEF%05d", i + 1);
            cards.add(new Card(keyword, detector.defects().get(i).toString(), "bad pixels"));
        }
        return cards;
    }

    private static void amplifier(List<Card> cards, Amplifier amplifier, int n) {
        Section section =
                new Section(amplifier.detectorBox(), amplifier.flipX(), amplifier.flipY());
        cards.add(new Card("AMPNAM" + n, amplifier.name(), "amplifier"));
        cards.add(new Card("DETSEC" + n, section.toString(), "where its data lie"));
        cards.add(new Card("GAIN" + n, amplifier.gain(), "electron/adu"));
        cards.add(new Card("RDNOIS" + n, amplifier.readNoise(), "electron"));
        level(cards, "SATUR" + n, amplifier.saturation(), "adu, saturated from here");
        level(cards, "LINLIM" + n, amplifier.linearityLimit(), "adu, suspect from here");
    }

    /** Adds a level that is known. */
    static void level(List<Card> cards, String keyword, double level, String comment) {
        if (Double.isFinite(level)) {
            cards.add(new Card(keyword, level, comment));
        }
    }

    /**
     * Reads a detector.
     *
     * <p>A header of another program has none; then the image is a detector of one amplifier, with
     * the gain and read noise that the header has, or 1 electron/ADU and 0 electron.
     */
    static Detector read(Cards header, int width, int height) {
        List<Amplifier> amplifiers = new ArrayList<>();
        for (int n = 1; n <= MOST_AMPLIFIERS; n++) {
            Optional<Section> section = header.text("DETSEC" + n).flatMap(Section::parse);
            if (section.isEmpty() || !header.has("AMPNAM" + n)) {
                break;
            }
            amplifiers.add(amplifier(header, section.get(), n));
        }
        Box size = header.text("DETSIZE")
                .filter(text -> !amplifiers.isEmpty())
                .flatMap(Section::parse)
                .map(Section::box)
                .orElse(new Box(0, 0, width, height));
        if (amplifiers.isEmpty()) {
            amplifiers.add(only(header, size));
        }
        String name = header.firstText(List.of("DETECTOR", "INSTRUME")).orElse("detector");
        return new Detector(name, size.width(), size.height(), amplifiers, defects(header));
    }

    private static Amplifier amplifier(Cards header, Section section, int n) {
        return new Amplifier(
                header.text("AMPNAM" + n).orElse(""),
                section.box(),
                section.flipX(),
                section.flipY(),
                header.number("GAIN" + n).filter(gain -> gain > 0).orElse(1.0),
                header.number("RDNOIS" + n).filter(noise -> noise >= 0).orElse(0.0),
                header.number("SATUR" + n).orElse(Double.POSITIVE_INFINITY),
                header.number("LINLIM" + n).orElse(Double.POSITIVE_INFINITY));
    }

    private static Amplifier only(Cards header, Box box) {
        Keywords usual = Keywords.USUAL;
        return new Amplifier(
                "1",
                box,
                false,
                false,
                usual.number(Keywords.GAIN, header).filter(gain -> gain > 0).orElse(1.0),
                usual.number(Keywords.READ_NOISE, header)
                        .filter(noise -> noise >= 0)
                        .orElse(0.0),
                usual.number(Keywords.SATURATION, header)
                        .filter(level -> level > 0)
                        .orElse(Double.POSITIVE_INFINITY),
                Double.POSITIVE_INFINITY);
    }

    private static List<Box> defects(Cards header) {
        return header.list().stream()
                .filter(card -> card.keyword().matches("DEF\\d{5}"))
                .flatMap(card -> Section.parse(card.value().toString()).stream())
                .map(Section::box)
                .toList();
    }
}
