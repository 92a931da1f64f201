package org.dovetail.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.comparison.Matching.Points;

/**
 * How two catalogues of the same field differ.
 *
 * <p><b>Method.</b> Sources are matched one to one by {@link Matching} where both have the columns
 * {@code x} and {@code y}, in pixels; else row by row. A column that names the source (UCD {@code
 * meta.id}) is compared row by row only: one source more renames all that follow.
 *
 * @param first how many sources the first has
 * @param second how many the second has
 * @param matched how many of those belong together
 * @param byPosition whether they were matched by position
 * @param columns how the columns differ that both have
 * @param onlyFirst the columns that only the first has
 * @param onlySecond the columns that only the second has
 * @param sourcesWithin whether the number of sources without a partner is within the tolerance
 * @since 1.1
 */
public record CatalogComparison(
        int first,
        int second,
        int matched,
        boolean byPosition,
        List<ColumnComparison> columns,
        List<String> onlyFirst,
        List<String> onlySecond,
        boolean sourcesWithin) {

    /** Copies the lists. */
    public CatalogComparison {
        columns = List.copyOf(columns);
        onlyFirst = List.copyOf(onlyFirst);
        onlySecond = List.copyOf(onlySecond);
    }

    /** Compares two catalogues. */
    static CatalogComparison of(Catalog first, Catalog second, double radius, Tolerances limits) {
        boolean byPosition = placed(first) && placed(second);
        int[] partners = byPosition ? nearest(first, second, radius) : sameRow(first, second);
        int[] found = IntStream.range(0, partners.length)
                .filter(row -> partners[row] != Matching.NONE)
                .toArray();
        int[] theirs = IntStream.of(found).map(row -> partners[row]).toArray();
        List<ColumnComparison> columns = new ArrayList<>();
        for (Column column : first.schema().columns()) {
            Optional<Key> other = second.schema().find(column.name());
            if (other.isPresent() && !(byPosition && column.ucd().startsWith("meta.id"))) {
                Key mine = first.schema().key(column.name());
                columns.add(ColumnComparison.of(
                        column,
                        values(first, mine, found),
                        values(second, other.get(), theirs),
                        limits));
            }
        }
        long alone = first.rows() + second.rows() - 2L * found.length;
        return new CatalogComparison(
                first.rows(),
                second.rows(),
                found.length,
                byPosition,
                columns,
                missing(first, second),
                missing(second, first),
                limits.of(Tolerances.SOURCES)
                        .allowsCount(alone, Math.max(first.rows(), second.rows())));
    }

    /** Returns how many sources only the first catalogue has. */
    public int aloneFirst() {
        return first - matched;
    }

    /** Returns how many sources only the second catalogue has. */
    public int aloneSecond() {
        return second - matched;
    }

    private static boolean placed(Catalog catalog) {
        return catalog.schema().find("x").isPresent()
                && catalog.schema().find("y").isPresent();
    }

    private static int[] nearest(Catalog first, Catalog second, double radius) {
        Matching matching = Matching.nearest(points(first), points(second), radius);
        return IntStream.range(0, first.rows()).map(matching::partner).toArray();
    }

    private static Points points(Catalog catalog) {
        return new Points(catalog.numbers("x"), catalog.numbers("y"));
    }

    private static int[] sameRow(Catalog first, Catalog second) {
        return IntStream.range(0, first.rows())
                .map(row -> row < second.rows() ? row : Matching.NONE)
                .toArray();
    }

    private static double[] values(Catalog catalog, Key key, int[] rows) {
        boolean flags = key.column().type() == Column.Type.BOOLEAN;
        return IntStream.of(rows)
                .mapToDouble(
                        row -> flags ? (catalog.flag(key, row) ? 1 : 0) : catalog.number(key, row))
                .toArray();
    }

    private static List<String> missing(Catalog of, Catalog in) {
        return of.schema().columns().stream()
                .map(Column::name)
                .filter(name -> in.schema().find(name).isEmpty())
                .toList();
    }
}
