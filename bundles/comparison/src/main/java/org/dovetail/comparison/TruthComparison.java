package org.dovetail.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dovetail.catalog.Catalog;
import org.dovetail.comparison.Matching.Points;

/**
 * Compares a measured catalogue with the truth: completeness, purity, positions and fluxes.
 *
 * <p><b>Method.</b> Both need the columns {@code x} and {@code y}, in pixels; the truth {@code mag}
 * and {@code flux}. Sources are matched one to one by {@link Matching}. Bins of magnitude hold what
 * the truth has, leaving out rows that a flag of {@link Options#excluded} marks: such rows are matched,
 * so that nobody calls their partner spurious, but not counted.
 *
 * @param measured how many sources were measured
 * @param truth how many the truth has and counts
 * @param matched how many of those were found
 * @param purity the fraction of measured sources that match any true one; NaN where none is measured
 * @param bins by magnitude, the brightest first
 * @since 1.0
 */
public record TruthComparison(int measured, int truth, int matched, double purity, List<Bin> bins) {

    /** Copies the list. */
    public TruthComparison {
        bins = List.copyOf(bins);
    }

    /**
     * What to compare, and how.
     *
     * @param radius how far apart a match may be, in pixels
     * @param flux the measured column to compare with the true flux; in the same unit
     * @param excluded flags of the truth, such as {@code saturated}, whose rows do not count
     * @param edges the edges of the bins, in magnitudes, rising; at least two
     */
    public record Options(double radius, String flux, List<String> excluded, List<Double> edges) {

        /** Copies the lists and checks the edges. */
        public Options {
            excluded = List.copyOf(excluded);
            edges = List.copyOf(edges);
            for (int i = 1; i < edges.size(); i++) {
                if (!(edges.get(i) > edges.get(i - 1))) {
                    throw new IllegalArgumentException("edges must rise, were " + edges);
                }
            }
            if (edges.size() < 2) {
                throw new IllegalArgumentException("there must be two edges or more");
            }
        }

        /** Returns edges from one magnitude to another. */
        public static List<Double> edges(double from, double to, double step) {
            int count = (int) Math.round((to - from) / step);
            return IntStream.rangeClosed(0, count)
                    .mapToObj(i -> from + i * step)
                    .toList();
        }
    }

    /**
     * The sources of a range of magnitudes.
     *
     * @param from the bright edge, inclusive
     * @param to the faint edge, exclusive
     * @param truth how many the truth has
     * @param matched how many of those were found
     * @param dx measured less true column, in pixels
     * @param dy measured less true row, in pixels
     * @param fluxRatio measured by true flux
     */
    public record Bin(
            double from,
            double to,
            int truth,
            int matched,
            Spread dx,
            Spread dy,
            Spread fluxRatio) {

        /** Returns the fraction found; NaN where the truth has none. */
        public double completeness() {
            return truth == 0 ? Double.NaN : matched / (double) truth;
        }
    }

    /**
     * Compares two catalogues.
     *
     * @param measured the measured sources
     * @param truth the true ones
     * @param options what to compare, and how
     * @return how they compare
     * @throws IllegalArgumentException if a column is missing
     */
    public static TruthComparison of(Catalog measured, Catalog truth, Options options) {
        Matching matching = Matching.nearest(points(truth), points(measured), options.radius());
        boolean[] counted = new boolean[truth.rows()];
        Arrays.fill(counted, true);
        for (String flag : options.excluded()) {
            boolean[] marked = truth.flags(flag);
            for (int row = 0; row < marked.length; row++) {
                counted[row] &= !marked[row];
            }
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 1; i < options.edges().size(); i++) {
            double from = options.edges().get(i - 1);
            double to = options.edges().get(i);
            double[] magnitudes = truth.numbers("mag");
            int[] rows = IntStream.range(0, truth.rows())
                    .filter(row -> counted[row] && magnitudes[row] >= from && magnitudes[row] < to)
                    .toArray();
            bins.add(bin(from, to, rows, new Sides(measured, truth, matching, options.flux())));
        }
        int total =
                (int) IntStream.range(0, counted.length).filter(i -> counted[i]).count();
        int found = (int) IntStream.range(0, counted.length)
                .filter(i -> counted[i] && matching.partner(i) != Matching.NONE)
                .count();
        double purity = matching.size() / (double) measured.rows();
        return new TruthComparison(measured.rows(), total, found, purity, bins);
    }

    private static Points points(Catalog catalog) {
        return new Points(catalog.numbers("x"), catalog.numbers("y"));
    }

    private static Bin bin(double from, double to, int[] rows, Sides sides) {
        int[] found = IntStream.of(rows)
                .filter(row -> sides.matching.partner(row) != Matching.NONE)
                .toArray();
        return new Bin(
                from,
                to,
                rows.length,
                found.length,
                Spread.of(sides.differences("x", found)),
                Spread.of(sides.differences("y", found)),
                Spread.of(sides.ratios(found)));
    }

    /**
     * Returns the magnitude at which the completeness falls through a fraction.
     *
     * @param fraction between 0 and 1
     * @return the magnitude, between the centers of two bins; NaN where it does not fall through
     */
    public double magnitudeAt(double fraction) {
        for (int i = 1; i < bins.size(); i++) {
            double before = bins.get(i - 1).completeness();
            double after = bins.get(i).completeness();
            if (before >= fraction && after < fraction) {
                double from = (bins.get(i - 1).from() + bins.get(i - 1).to()) / 2;
                double to = (bins.get(i).from() + bins.get(i).to()) / 2;
                return from + (to - from) * (before - fraction) / (before - after);
            }
        }
        return Double.NaN;
    }

    /** Both catalogues and who belongs to whom. */
    private record Sides(Catalog measured, Catalog truth, Matching matching, String flux) {

        double[] differences(String column, int[] rows) {
            double[] mine = measured.numbers(column);
            double[] right = truth.numbers(column);
            return IntStream.of(rows)
                    .mapToDouble(row -> mine[matching.partner(row)] - right[row])
                    .toArray();
        }

        double[] ratios(int[] rows) {
            double[] mine = measured.numbers(flux);
            double[] right = truth.numbers("flux");
            return IntStream.of(rows)
                    .mapToDouble(row -> mine[matching.partner(row)] / right[row])
                    .toArray();
        }
    }
}
