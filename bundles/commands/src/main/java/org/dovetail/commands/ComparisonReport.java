package org.dovetail.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dovetail.comparison.CatalogComparison;
import org.dovetail.comparison.ColumnComparison;
import org.dovetail.comparison.DatasetComparison;
import org.dovetail.comparison.Differences;
import org.dovetail.comparison.MarkComparison;
import org.dovetail.comparison.PlaneComparison;
import org.dovetail.comparison.Spread;

/**
 * Tells of a comparison in a form for programs. The form has a version, {@link #SCHEMA}: fields may
 * be added to a version, not changed. Differences are B - A.
 */
final class ComparisonReport {

    /** Name and version of the form. */
    static final String SCHEMA = "dovetail.comparison/1";

    private ComparisonReport() {}

    static Map<String, Object> of(Compared compared) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("schema", SCHEMA);
        map.put("within", compared.beyond().isEmpty());
        map.put(
                "datasets",
                compared.entries().stream().map(ComparisonReport::entry).toList());
        return map;
    }

    private static Map<String, Object> entry(Compared.Entry entry) {
        DatasetComparison all = entry.comparison();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("frame", entry.frame());
        map.put("dataset", entry.dataset());
        map.put("within", all.within());
        map.put("planes", all.planes().stream().map(ComparisonReport::plane).toList());
        map.put("masks", all.masks().stream().map(ComparisonReport::marks).toList());
        all.catalog().ifPresent(catalog -> map.put("catalogue", catalog(catalog)));
        map.put("other", all.other());
        return map;
    }

    private static Map<String, Object> plane(PlaneComparison plane) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("plane", plane.plane());
        map.putAll(differences(plane.differences()));
        if (plane.differences().at() >= 0) {
            map.put("x", plane.x());
            map.put("y", plane.y());
        }
        return map;
    }

    private static Map<String, Object> marks(MarkComparison marks) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("plane", marks.plane());
        map.put("a", marks.first());
        map.put("b", marks.second());
        map.put("onlyA", marks.onlyFirst());
        map.put("onlyB", marks.onlySecond());
        map.put("within", marks.within());
        return map;
    }

    private static Map<String, Object> catalog(CatalogComparison catalog) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", catalog.first());
        map.put("b", catalog.second());
        map.put("matched", catalog.matched());
        map.put("matchedBy", catalog.byPosition() ? "position" : "row");
        map.put("onlyA", catalog.aloneFirst());
        map.put("onlyB", catalog.aloneSecond());
        map.put("columnsOnlyA", catalog.onlyFirst());
        map.put("columnsOnlyB", catalog.onlySecond());
        map.put(
                "columns",
                catalog.columns().stream().map(ComparisonReport::column).toList());
        return map;
    }

    private static Map<String, Object> column(ColumnComparison column) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("column", column.name());
        map.put("unit", column.unit());
        map.putAll(differences(column.differences()));
        map.put("difference", spread(column.spread()));
        map.put("relative", spread(column.relative()));
        return map;
    }

    private static Map<String, Object> differences(Differences differences) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("compared", differences.compared());
        map.put("different", differences.different());
        map.put("beyond", differences.beyond());
        map.put("onlyA", differences.lost());
        map.put("onlyB", differences.gained());
        map.put("mean", differences.mean());
        map.put("rms", differences.rms());
        map.put("max", differences.largest());
        return map;
    }

    private static Map<String, Object> spread(Spread spread) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("count", spread.count());
        map.put("median", spread.median());
        map.put("scatter", spread.scatter());
        return map;
    }

    /** Returns the names of files that were left out, for the report of two folders. */
    static void files(Map<String, Object> map, List<String> onlyFirst, List<String> onlySecond) {
        map.put("filesOnlyA", onlyFirst);
        map.put("filesOnlyB", onlySecond);
    }
}
