package org.dovetail.commands;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.dovetail.assembly.Timings;
import org.dovetail.assembly.Timings.Timing;
import org.dovetail.commands.Compared.Part;
import org.dovetail.comparison.CatalogComparison;
import org.dovetail.comparison.ColumnComparison;
import org.dovetail.comparison.Differences;
import org.dovetail.comparison.MarkComparison;
import org.dovetail.comparison.PlaneComparison;
import org.dovetail.comparison.Tolerances;

/** Shows a person what differs between A and B, summed up over all frames; differences are B - A. */
final class ComparisonTable {

    private static final int NAMED = 5; // columns of one side, not to fill the screen

    private final PrintStream out;

    ComparisonTable(PrintStream out) {
        this.out = out;
    }

    /** Prints what was compared. */
    void print(Compared compared) {
        Table planes = new Table();
        compared.planes().forEach(part -> add(planes, part));
        section(planes, "IMAGE", "PIXELS", "DIFFER", "BEYOND", "MEAN", "RMS", "MAX", "AT");
        Table masks = new Table();
        compared.masks().forEach(part -> addMarks(masks, part));
        section(masks, "MASK", "IN A", "IN B", "ONLY A", "ONLY B");
        Table catalogs = new Table();
        compared.catalogs().forEach(part -> addSources(catalogs, part));
        section(catalogs, "CATALOGUE", "IN A", "IN B", "MATCHED", "ONLY A", "ONLY B");
        Table columns = new Table();
        long same = compared.columns().stream()
                .filter(part -> !addColumn(columns, part))
                .count();
        section(
                columns,
                "COLUMN",
                "MATCHED",
                "DIFFER",
                "BEYOND",
                "MEDIAN",
                "SCATTER",
                "MEDIAN/A",
                "MAX",
                "UNIT");
        if (same > 0) {
            out.println(same + (same == 1 ? " column is" : " columns are") + " equal");
            out.println();
        }
        for (Compared.Entry entry : compared.entries()) {
            entry.comparison().other().forEach(text -> say(entry, text));
            entry.comparison().catalog().ifPresent(catalog -> {
                only(entry, catalog.onlyFirst(), "A");
                only(entry, catalog.onlySecond(), "B");
            });
        }
    }

    private void only(Compared.Entry entry, List<String> columns, String side) {
        int count = columns.size();
        if (count > 0) {
            say(
                    entry,
                    (count == 1 ? "1 column" : count + " columns") + " in " + side + " only: "
                            + String.join(", ", columns.subList(0, Math.min(NAMED, count)))
                            + (count > NAMED ? " and " + (count - NAMED) + " more" : ""));
        }
    }

    private void say(Compared.Entry entry, String text) {
        boolean file = entry.frame().endsWith(entry.dataset());
        out.println(entry.frame() + (file ? "" : " " + entry.dataset()) + ": " + text);
    }

    private void section(Table rows, String... head) {
        if (!rows.isEmpty()) {
            rows.head(head);
            rows.print(out, "");
            out.println();
        }
    }

    private static void add(Table table, Part<PlaneComparison> part) {
        Differences all = part.differences(PlaneComparison::differences);
        int worst = part.worst(PlaneComparison::differences);
        PlaneComparison plane = part.parts().get(worst);
        table.add(
                part.name(),
                Long.toString(all.compared()),
                Long.toString(all.different()),
                Long.toString(all.beyond()),
                number(all.mean()),
                number(all.rms()),
                number(all.largest()),
                all.at() < 0
                        ? "-"
                        : part.frames().get(worst) + " (" + plane.x() + ", " + plane.y() + ")");
    }

    /** Adds a mask plane, unless nothing is marked in either. */
    private static void addMarks(Table table, Part<MarkComparison> part) {
        long first = part.sum(MarkComparison::first);
        long second = part.sum(MarkComparison::second);
        if (first + second > 0) {
            table.add(
                    part.name(),
                    Long.toString(first),
                    Long.toString(second),
                    Long.toString(part.sum(MarkComparison::onlyFirst)),
                    Long.toString(part.sum(MarkComparison::onlySecond)));
        }
    }

    private static void addSources(Table table, Part<CatalogComparison> part) {
        table.add(
                part.name(),
                Long.toString(part.sum(CatalogComparison::first)),
                Long.toString(part.sum(CatalogComparison::second)),
                Long.toString(part.sum(CatalogComparison::matched)),
                Long.toString(part.sum(CatalogComparison::aloneFirst)),
                Long.toString(part.sum(CatalogComparison::aloneSecond)));
    }

    /** Adds a column, unless it is the same in both. */
    private static boolean addColumn(Table table, Part<ColumnComparison> part) {
        Differences all = part.differences(ColumnComparison::differences);
        boolean flux = part.parts().get(0).kind().equals(Tolerances.FLUX);
        if (all.different() > 0) {
            table.add(
                    part.name(),
                    Long.toString(all.compared()),
                    Long.toString(all.different()),
                    Long.toString(all.beyond()),
                    number(part.mean(ColumnComparison::spread, s -> s.median())),
                    number(part.mean(ColumnComparison::spread, s -> s.scatter())),
                    flux ? number(part.mean(ColumnComparison::relative, s -> s.median())) : "-",
                    number(all.largest()),
                    part.parts().get(0).unit());
        }
        return all.different() > 0;
    }

    /** Prints how long the tasks of two trees took, path by path. */
    void print(Timings first, Timings second) {
        Table table = new Table();
        first.slots().forEach((path, timing) -> {
            Timing other = second.slots().getOrDefault(path, new Timing(0, 0));
            table.add(
                    path,
                    calls(timing),
                    each(timing),
                    calls(other),
                    each(other),
                    ratio(timing, other));
        });
        second.slots().forEach((path, timing) -> {
            if (!first.slots().containsKey(path)) {
                table.add(path, "0", "-", calls(timing), each(timing), "-");
            }
        });
        section(table, "TASK", "CALLS A", "ms/CALL A", "CALLS B", "ms/CALL B", "B/A");
    }

    private static String calls(Timing timing) {
        return Long.toString(timing.calls());
    }

    private static String each(Timing timing) {
        return timing.calls() == 0 ? "-" : String.format(Locale.ROOT, "%.3f", milliseconds(timing));
    }

    private static double milliseconds(Timing timing) {
        return timing.nanoseconds() * 1e-6 / timing.calls();
    }

    private static String ratio(Timing first, Timing second) {
        return first.calls() == 0 || second.calls() == 0
                ? "-"
                : String.format(Locale.ROOT, "%.2f", milliseconds(second) / milliseconds(first));
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "-"
                : value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
    }
}
