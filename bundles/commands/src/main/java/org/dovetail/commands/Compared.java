package org.dovetail.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dovetail.comparison.CatalogComparison;
import org.dovetail.comparison.ColumnComparison;
import org.dovetail.comparison.DatasetComparison;
import org.dovetail.comparison.Differences;
import org.dovetail.comparison.MarkComparison;
import org.dovetail.comparison.PlaneComparison;
import org.dovetail.comparison.Spread;

/** What was compared so far, and sums of it over all frames. */
final class Compared {

    private final List<Entry> entries = new ArrayList<>();

    /**
     * One pair of datasets.
     *
     * @param frame where they come from, for a person
     * @param dataset what they are
     * @param comparison how they differ
     */
    record Entry(String frame, String dataset, DatasetComparison comparison) {}

    /**
     * A part of several frames' datasets.
     *
     * @param name dataset and part
     * @param parts the part of each frame
     * @param frames the frames, in the same order
     */
    record Part<T>(String name, List<T> parts, List<String> frames) {

        long sum(Function<T, Number> what) {
            return parts.stream()
                    .mapToLong(part -> what.apply(part).longValue())
                    .sum();
        }

        Differences differences(Function<T, Differences> of) {
            return parts.stream().map(of).reduce(Differences.NONE, Differences::plus);
        }

        /** Returns the index of the frame with the largest difference. */
        int worst(Function<T, Differences> of) {
            int worst = 0;
            for (int i = 1; i < parts.size(); i++) {
                double largest = of.apply(parts.get(i)).largest();
                worst = largest > of.apply(parts.get(worst)).largest() ? i : worst;
            }
            return worst;
        }

        /** Averages over frames, each with the weight of its sources. */
        double mean(Function<T, Spread> spread, Function<Spread, Double> what) {
            double sum = 0;
            long count = 0;
            for (T part : parts) {
                Spread each = spread.apply(part);
                if (each.count() > 0) {
                    sum += each.count() * what.apply(each);
                    count += each.count();
                }
            }
            return count == 0 ? Double.NaN : sum / count;
        }
    }

    void add(String frame, String dataset, DatasetComparison comparison) {
        entries.add(new Entry(frame, dataset, comparison));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Returns the pairs that differ by more than the tolerance. */
    List<Entry> beyond() {
        return entries.stream().filter(entry -> !entry.comparison().within()).toList();
    }

    List<Part<PlaneComparison>> planes() {
        return parts(DatasetComparison::planes, PlaneComparison::plane);
    }

    List<Part<MarkComparison>> masks() {
        return parts(DatasetComparison::masks, MarkComparison::plane);
    }

    List<Part<CatalogComparison>> catalogs() {
        return parts(all -> all.catalog().stream().toList(), all -> "");
    }

    List<Part<ColumnComparison>> columns() {
        return parts(
                all -> all.catalog().stream()
                        .flatMap(catalog -> catalog.columns().stream())
                        .toList(),
                ColumnComparison::name);
    }

    private <T> List<Part<T>> parts(
            Function<DatasetComparison, List<T>> of, Function<T, String> name) {
        Map<String, Part<T>> parts = new LinkedHashMap<>();
        for (Entry entry : entries) {
            for (T part : of.apply(entry.comparison())) {
                String full = (entry.dataset() + " " + name.apply(part)).strip();
                Part<T> all = parts.computeIfAbsent(
                        full, key -> new Part<>(key, new ArrayList<>(), new ArrayList<>()));
                all.parts().add(part);
                all.frames().add(entry.frame());
            }
        }
        return List.copyOf(parts.values());
    }
}
