package org.dovetail.tables.stil;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema.Key;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RandomStarTable;

/** Shows a catalogue to STIL. */
final class CatalogTable extends RandomStarTable {

    private final Catalog catalog;
    private final List<Key> keys = new ArrayList<>();

    CatalogTable(Catalog catalog, Map<String, String> entries) {
        this.catalog = catalog;
        for (Column column : catalog.schema().columns()) {
            keys.add(new Key(keys.size(), column));
        }
        setName("catalog");
        entries.forEach((name, text) ->
                setParameter(new DescribedValue(new DefaultValueInfo(name, String.class), text)));
    }

    @Override
    public int getColumnCount() {
        return keys.size();
    }

    @Override
    public long getRowCount() {
        return catalog.rows();
    }

    @Override
    public ColumnInfo getColumnInfo(int index) {
        Column column = keys.get(index).column();
        ColumnInfo info = new ColumnInfo(column.name(), typeOf(column), column.doc());
        info.setNullable(false);
        if (!column.unit().isEmpty()) {
            info.setUnitString(column.unit());
        }
        if (!column.ucd().isEmpty()) {
            info.setUCD(column.ucd());
        }
        return info;
    }

    @Override
    public Object getCell(long row, int index) {
        Key key = keys.get(index);
        int at = Math.toIntExact(row);
        return switch (key.column().type()) {
            case DOUBLE -> catalog.number(key, at);
            case FLOAT -> (Object) (float) catalog.number(key, at);
            case LONG -> catalog.whole(key, at);
            case INT -> (Object) (int) catalog.whole(key, at);
            case BOOLEAN -> catalog.flag(key, at);
        };
    }

    private static Class<?> typeOf(Column column) {
        return switch (column.type()) {
            case DOUBLE -> Double.class;
            case FLOAT -> Float.class;
            case LONG -> Long.class;
            case INT -> Integer.class;
            case BOOLEAN -> Boolean.class;
        };
    }
}
