package org.dovetail.benchmarks.swap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Prints what was measured, as Markdown; a live tree and its floor are a pair. */
final class Report {

    private final List<Subject> subjects;
    private final List<SwapBenchmark.Cell> idle;
    private final List<SwapBenchmark.Cell> loaded;

    Report(
            List<Subject> subjects,
            List<SwapBenchmark.Cell> idle,
            List<SwapBenchmark.Cell> loaded) {
        this.subjects = subjects;
        this.idle = idle;
        this.loaded = loaded;
    }

    void print(Busy busy, List<Double> metaspace, Disturbances others) {
        line("| from the command to an answer of the new version | swaps | median ms (rounds)"
                + " | p99 ms | greatest | of which |");
        line("| --- | --- | --- | --- | --- | --- |");
        for (int i = 0; i < subjects.size(); i++) {
            row(subjects.get(i), "idle", idle.get(i));
        }
        for (int i = 0; i < subjects.size(); i++) {
            row(subjects.get(i), "two busy threads", loaded.get(i));
        }
        line("");
        line("| ratio of a pair | idle (rounds) | two busy threads (rounds) |");
        line("| --- | --- | --- |");
        for (int i = 0; i < subjects.size(); i += 2) {
            String pair = subjects.get(i).name() + " to " + subjects.get(i + 1).name();
            line("| %s | %s | %s |", pair, ratio(idle, i), ratio(loaded, i));
        }
        line("");
        line("- Calls under way: %s", busy);
        for (Subject subject : subjects) {
            int[] loaders = subject.loaders();
            line("- Class loaders, %s: %d versions, %d alive after collection", subject.name(),
                    loaders[0], loaders[1]);
        }
        metaspace(metaspace);
        line("- Events: %s", others);
    }

    private static void row(Subject subject, String state, SwapBenchmark.Cell cell) {
        List<Double> all = cell.part(0);
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < subject.parts().length; i++) {
            parts.append(i == 0 ? "" : ", ").append(subject.parts()[i]).append(String.format(
                    Locale.ROOT, " %.2f", Times.quantile(cell.part(i + 1), 0.5)));
        }
        line("| %s, %s | %d | %.2f (%s) | %.1f | %.1f | %s |", subject.name(), state, all.size(),
                Times.quantile(all, 0.5), range(cell.medians()), Times.quantile(all, 0.99),
                Collections.max(all), parts);
    }

    /** Returns the median of the ratios of the rounds, which are paired, and their range. */
    private static String ratio(List<SwapBenchmark.Cell> cells, int pair) {
        List<Double> tree = cells.get(pair).medians();
        List<Double> bare = cells.get(pair + 1).medians();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < tree.size(); i++) {
            ratios.add(tree.get(i) / bare.get(i));
        }
        return String.format(
                Locale.ROOT, "%.2f (%s)", Times.quantile(ratios, 0.5), range(ratios));
    }

    private static String range(List<Double> values) {
        return String.format(
                Locale.ROOT, "%.2f to %.2f", Collections.min(values), Collections.max(values));
    }

    private static void metaspace(List<Double> used) {
        List<Double> last = used.subList(used.size() / 2, used.size());
        line("- Metaspace in use after collection, MB: %.2f after the first round, %.2f at half,"
                + " %.2f at the end; over the last half %s", used.get(0), last.get(0),
                last.get(last.size() - 1), range(last));
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
