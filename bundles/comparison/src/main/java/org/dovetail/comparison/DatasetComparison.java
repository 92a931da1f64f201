package org.dovetail.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dovetail.catalog.Catalog;
import org.dovetail.data.ContentDigest;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Exposure;
import org.dovetail.image.Header;
import org.dovetail.image.Header.Card;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.Wcs;

/**
 * How two datasets of the same type differ.
 *
 * <p>Images are compared plane by plane, catalogues source by source, and what is known beside them
 * (units, sky coordinates, cards of the header) value by value. Of a type that is none of these only
 * equality is known, by {@link ContentDigest}.
 *
 * @param planes planes of pixel values
 * @param masks planes of the mask
 * @param catalog sources
 * @param other what else is different beyond the tolerance, for a person
 * @since 1.1
 */
public record DatasetComparison(
        List<PlaneComparison> planes,
        List<MarkComparison> masks,
        Optional<CatalogComparison> catalog,
        List<String> other) {

    /** Copies the lists. */
    public DatasetComparison {
        planes = List.copyOf(planes);
        masks = List.copyOf(masks);
        other = List.copyOf(other);
    }

    /**
     * Compares two datasets.
     *
     * @param first the first
     * @param second the second
     * @param tolerances what counts as equal
     * @param radius how far apart sources may be that are the same, in pixels; more than 0
     * @return how they differ
     */
    public static DatasetComparison of(
            Object first, Object second, Tolerances tolerances, double radius) {
        Work work = new Work(tolerances);
        if (first instanceof Catalog a && second instanceof Catalog b) {
            CatalogComparison catalog = CatalogComparison.of(a, b, radius, tolerances);
            return new DatasetComparison(List.of(), List.of(), Optional.of(catalog), List.of());
        } else if (first instanceof Image a && second instanceof Image b) {
            work.image(a, b);
        } else if (first instanceof MaskedImage a && second instanceof MaskedImage b) {
            work.image(a, b);
        } else if (first instanceof Exposure a && second instanceof Exposure b) {
            work.exposure(a, b);
        } else if (first instanceof CalibrationFrame a && second instanceof CalibrationFrame b) {
            work.calibration(a, b);
        } else {
            work.whole(first, second);
        }
        return new DatasetComparison(work.planes, work.masks, Optional.empty(), work.other);
    }

    /** Says that there is nothing to compare: one of the two is missing, or cannot be read. */
    public static DatasetComparison missing(String why) {
        return new DatasetComparison(List.of(), List.of(), Optional.empty(), List.of(why));
    }

    /** Returns whether all that differs is within the tolerances. */
    public boolean within() {
        return other.isEmpty()
                && planes.stream().allMatch(plane -> plane.differences().beyond() == 0)
                && masks.stream().allMatch(MarkComparison::within)
                && catalog.stream().allMatch(DatasetComparison::within);
    }

    private static boolean within(CatalogComparison catalog) {
        return catalog.sourcesWithin()
                && catalog.onlyFirst().isEmpty()
                && catalog.onlySecond().isEmpty()
                && catalog.columns().stream()
                        .allMatch(column -> column.differences().beyond() == 0);
    }

    /** Returns the names that a tolerance may have here: those of planes and columns. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        planes.forEach(plane -> names.add(plane.plane()));
        masks.forEach(mask -> names.add(mask.plane()));
        catalog.ifPresent(all -> all.columns().forEach(column -> names.add(column.name())));
        return names;
    }

    /** One comparison while it is made. */
    private static final class Work {

        private final Tolerances tolerances;
        private final List<PlaneComparison> planes = new ArrayList<>();
        private final List<MarkComparison> masks = new ArrayList<>();
        private final List<String> other = new ArrayList<>();

        Work(Tolerances tolerances) {
            this.tolerances = tolerances;
        }

        void exposure(Exposure first, Exposure second) {
            image(first.image(), second.image());
            value("unit", first.unit(), second.unit());
            value("sky coordinates", first.wcs().map(Wcs::cards), second.wcs().map(Wcs::cards));
            header(first.header(), second.header());
        }

        void calibration(CalibrationFrame first, CalibrationFrame second) {
            image(first.image(), second.image());
            value("kind", first.kind(), second.kind());
            value("unit", first.unit(), second.unit());
            value("number of frames", first.frames(), second.frames());
            header(first.header(), second.header());
        }

        void image(MaskedImage first, MaskedImage second) {
            if (image(first.science(), second.science())) {
                planes.add(PlaneComparison.of(
                        Tolerances.VARIANCE,
                        first.variance(),
                        second.variance(),
                        tolerances.of(Tolerances.VARIANCE)));
                masks.addAll(MarkComparison.of(first.mask(), second.mask(), tolerances));
            }
        }

        boolean image(Image first, Image second) {
            if (!first.sameSize(second)) {
                other.add("size: " + first.size() + " against " + second.size());
                return false;
            }
            Tolerance tolerance = tolerances.of("science", Tolerances.PIXELS);
            planes.add(PlaneComparison.of("science", first, second, tolerance));
            return true;
        }

        void whole(Object first, Object second) {
            if (first.getClass() != second.getClass() || !sameContent(first, second)) {
                other.add("content differs");
            }
        }

        private static boolean sameContent(Object first, Object second) {
            try {
                return ContentDigest.of(first).equals(ContentDigest.of(second));
            } catch (IllegalArgumentException e) { // a type of another domain, without a digest
                return first.equals(second);
            }
        }

        private void value(String what, Object first, Object second) {
            if (!first.equals(second)) {
                boolean brief = !(first instanceof Optional); // sky coordinates are many cards
                other.add(what + (brief ? ": " + first + " against " + second : " differ"));
            }
        }

        private void header(Header first, Header second) {
            Set<String> keywords = new LinkedHashSet<>();
            first.cards().forEach(card -> keywords.add(card.keyword()));
            second.cards().forEach(card -> keywords.add(card.keyword()));
            for (String keyword : keywords) {
                Object before = first.card(keyword).map(Card::value).orElse("nothing");
                Object after = second.card(keyword).map(Card::value).orElse("nothing");
                if (!same(keyword, before, after)) {
                    other.add("card " + keyword + ": " + before + " against " + after);
                }
            }
        }

        private boolean same(String keyword, Object first, Object second) {
            return first instanceof Number a && second instanceof Number b
                    ? tolerances
                            .of(keyword, Tolerances.HEADER)
                            .allows(a.doubleValue(), b.doubleValue())
                    : first.equals(second);
        }
    }
}
