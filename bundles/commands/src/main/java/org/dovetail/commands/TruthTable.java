package org.dovetail.commands;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.dovetail.catalog.Catalog;
import org.dovetail.comparison.Spread;
import org.dovetail.comparison.TruthComparison;
import org.dovetail.comparison.TruthComparison.Bin;
import org.dovetail.comparison.TruthComparison.Options;

/** How well catalogues of several frames agree with the truth, in one table. */
final class TruthTable {

    private static final Options OPTIONS =
            new Options(2, "flux_auto", List.of("saturated"), Options.edges(14, 26, 1));

    private final List<TruthComparison> frames = new ArrayList<>();

    /** Adds a frame. */
    void add(Catalog measured, Catalog truth) {
        frames.add(TruthComparison.of(measured, truth, OPTIONS));
    }

    void print(PrintStream out) {
        Table table = new Table();
        table.add("MAGNITUDE", "TRUE", "FOUND", "COMPLETE", "FLUX/TRUE", "SCATTER", "DX", "DY");
        for (int i = 0; i + 1 < OPTIONS.edges().size(); i++) {
            add(table, i);
        }
        table.print(out, "");
        int measured = frames.stream().mapToInt(TruthComparison::measured).sum();
        int matched = frames.stream().mapToInt(TruthComparison::matched).sum();
        int truth = frames.stream().mapToInt(TruthComparison::truth).sum();
        double purity = frames.stream()
                .filter(frame -> frame.measured() > 0)
                .mapToDouble(TruthComparison::purity)
                .average()
                .orElse(Double.NaN);
        out.println(frames.size() + " frames, " + measured + " sources measured, " + matched
                + " of "
                + truth + " true ones found, purity " + percent(purity)
                + "; matched within " + (int) OPTIONS.radius() + " pixels, saturated left out;"
                + " DX and DY in pixels");
    }

    private void add(Table table, int index) {
        List<Bin> bins = frames.stream().map(frame -> frame.bins().get(index)).toList();
        int truth = bins.stream().mapToInt(Bin::truth).sum();
        int found = bins.stream().mapToInt(Bin::matched).sum();
        if (truth == 0) {
            return;
        }
        table.add(
                String.format(
                        Locale.ROOT,
                        "%.0f - %.0f",
                        bins.get(0).from(),
                        bins.get(0).to()),
                Integer.toString(truth),
                Integer.toString(found),
                percent(found / (double) truth),
                number(mean(bins, Bin::fluxRatio, Spread::median)),
                number(mean(bins, Bin::fluxRatio, Spread::scatter)),
                number(mean(bins, Bin::dx, Spread::median)),
                number(mean(bins, Bin::dy, Spread::median)));
    }

    /** Averages over frames, each with the weight of its sources. */
    private static double mean(
            List<Bin> bins, Function<Bin, Spread> column, Function<Spread, Double> what) {
        double sum = 0;
        int count = 0;
        for (Bin bin : bins) {
            Spread spread = column.apply(bin);
            if (spread.count() > 0) {
                sum += spread.count() * what.apply(spread);
                count += spread.count();
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? "-" : Math.round(100 * fraction) + "%";
    }
}
