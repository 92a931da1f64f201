package org.dovetail.fits.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dovetail.fits.hdu.Cards;

/**
 * Reads what a header tells of the amplifiers of its image.
 *
 * <p>An image of one amplifier has plain keywords ({@code DATASEC}). An image of several has them
 * with a number or letter ({@code DATASEC1}, {@code DATASECA}), or in NOAO's short forms ({@code
 * DSEC11}, {@code TSEC11}, {@code BSEC11}, {@code CSEC11}). {@code AMPSEC} is not used: it tells the
 * direction of reading, not the place of a pixel.
 *
 * <p>What the camera has in common may stand in the primary header; sections may not, since there
 * they belong to something else.
 */
final class HeaderFacts {

    private static final Pattern NUMBERED =
            Pattern.compile("(?:DATASEC|TRIMSEC|DSEC|TSEC)(\\d{1,2}|[A-H])");

    private final Cards header;
    private final Cards primary;
    private final Keywords keywords;

    HeaderFacts(Cards header, Cards primary, Keywords keywords) {
        this.header = header;
        this.primary = primary;
        this.keywords = keywords;
    }

    /** Returns the facts of each amplifier; of one at least. */
    List<AmplifierFacts> amplifiers() {
        Set<String> suffixes = new TreeSet<>();
        header.list().forEach(card -> {
            Matcher matcher = NUMBERED.matcher(card.keyword());
            if (matcher.matches() && section(card.keyword()).isPresent()) {
                suffixes.add(matcher.group(1));
            }
        });
        boolean plain = section("DATASEC").isPresent() || section("TRIMSEC").isPresent();
        if (suffixes.isEmpty() || suffixes.size() == 1 && plain) {
            return List.of(amplifier(""));
        }
        List<AmplifierFacts> facts = new ArrayList<>();
        suffixes.forEach(suffix -> facts.add(amplifier(suffix)));
        return facts;
    }

    private AmplifierFacts amplifier(String suffix) {
        Optional<String> name = suffix.isEmpty()
                ? header.firstText(List.of("AMPNAME", "AMPID", "CCDAMP"))
                : header.text("AMPNAM" + suffix).or(() -> Optional.of(suffix));
        return new AmplifierFacts(name, Optional.empty(), sections(suffix), electronics(suffix));
    }

    private Sections sections(String suffix) {
        Optional<Section> detector = first("DETSEC" + suffix, "CCDSEC" + suffix, "CSEC" + suffix);
        Optional<Section> trim = first("TRIMSEC" + suffix, "TSEC" + suffix);
        Optional<Section> data = first("DATASEC" + suffix, "DSEC" + suffix);
        return new Sections(
                data(trim, data, detector),
                first("BIASSEC" + suffix, "BSEC" + suffix),
                first("PARASEC" + suffix),
                detector);
    }

    /** Prefers the trim section, unless only the data section has the size of its detector section. */
    private static Optional<Section> data(
            Optional<Section> trim, Optional<Section> data, Optional<Section> detector) {
        boolean onlyData = trim.isPresent()
                && data.isPresent()
                && detector.isPresent()
                && data.get().sameSize(detector.get())
                && !trim.get().sameSize(detector.get());
        return onlyData ? data : trim.or(() -> data);
    }

    private Electronics electronics(String suffix) {
        return new Electronics(
                number(Keywords.GAIN, suffix, false),
                number(Keywords.READ_NOISE, suffix, true),
                number(Keywords.SATURATION, suffix, false),
                number(Keywords.LINEARITY, suffix, false));
    }

    /** Leaves out what cannot be; a zero, too, stands for "not known" in real headers. */
    private Optional<Double> number(String fact, String suffix, boolean mayBeZero) {
        List<String> names = new ArrayList<>(keywords.of(fact, suffix));
        names.addAll(keywords.of(fact));
        return Stream.of(header, primary)
                .flatMap(cards -> names.stream().flatMap(name -> cards.number(name).stream()))
                .filter(value -> value > 0 || mayBeZero && value == 0)
                .findFirst();
    }

    private Optional<Section> first(String... names) {
        for (String name : names) {
            Optional<Section> found = section(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Section> section(String keyword) {
        return header.text(keyword).flatMap(Section::parse);
    }
}
