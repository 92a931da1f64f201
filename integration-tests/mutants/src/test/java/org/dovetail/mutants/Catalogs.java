package org.dovetail.mutants;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;

/** Catalogues with something wrong. */
final class Catalogs {

    private Catalogs() {}

    /** Gives a column another name. */
    static Catalog renamed(Catalog catalog, String from, String to) {
        return copy(
                catalog,
                catalog.rows(),
                column -> column.name().equals(from)
                        ? new Column(to, column.type(), column.unit(), column.ucd(), column.doc())
                        : column,
                "",
                value -> value);
    }

    /** Leaves a column out. */
    static Catalog without(Catalog catalog, String name) {
        List<Column> rest = catalog.schema().columns().stream()
                .filter(column -> !column.name().equals(name))
                .toList();
        Catalog.Builder table = new Catalog.Builder(new Schema(rest), catalog.rows());
        fill(catalog, table, rest, rest, "", value -> value);
        return table.build();
    }

    /** Keeps some rows only. */
    static Catalog first(Catalog catalog, int rows) {
        return copy(catalog, rows, column -> column, "", value -> value);
    }

    /** Changes the numbers of a column. */
    static Catalog changed(Catalog catalog, String name, DoubleUnaryOperator change) {
        return copy(catalog, catalog.rows(), column -> column, name, change);
    }

    private static Catalog copy(
            Catalog catalog,
            int rows,
            UnaryOperator<Column> names,
            String changed,
            DoubleUnaryOperator change) {
        List<Column> old = catalog.schema().columns();
        List<Column> columns = old.stream().map(names).toList();
        Catalog.Builder table = new Catalog.Builder(new Schema(columns), rows);
        fill(catalog, table, old, columns, changed, change);
        return table.build();
    }

    private static void fill(
            Catalog from,
            Catalog.Builder into,
            List<Column> old,
            List<Column> columns,
            String changed,
            DoubleUnaryOperator change) {
        for (int i = 0; i < columns.size(); i++) {
            Schema.Key source = from.schema().key(old.get(i).name());
            Schema.Key target = new Schema.Key(i, columns.get(i));
            for (int row = 0; row < into.rows(); row++) {
                switch (source.column().type()) {
                    case BOOLEAN -> into.setFlag(target, row, from.flag(source, row));
                    case INT, LONG -> into.setWhole(target, row, from.whole(source, row));
                    case FLOAT, DOUBLE -> {
                        double value = from.number(source, row);
                        boolean other = source.column().name().equals(changed);
                        into.set(target, row, other ? change.applyAsDouble(value) : value);
                    }
                }
            }
        }
    }
}
