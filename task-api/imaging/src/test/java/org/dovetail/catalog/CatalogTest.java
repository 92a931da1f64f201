package org.dovetail.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private final Schema.Builder schema = new Schema.Builder();

    @Test
    void valuesComeBackByKeyAndByName() {
        Key x = schema.add("x", Type.DOUBLE, "pixel", "pos.cartesian.x", "Column");
        Key id = schema.add("id", Type.LONG, "", "meta.id", "Number");
        Key bad = schema.add("flag_bad", Type.BOOLEAN, "", "meta.code", "Bad");
        Catalog.Builder table = new Catalog.Builder(schema.build(), 2);
        table.set(x, 0, 1.5);
        table.setWhole(id, 1, 7);
        table.setFlag(bad, 1, true);
        Catalog catalog = table.build();
        assertEquals(1.5, catalog.number(x, 0));
        assertTrue(Double.isNaN(catalog.numbers("x")[1]));
        assertEquals(7, catalog.whole(id, 1));
        assertTrue(catalog.flags("flag_bad")[1]);
    }

    @Test
    void laterChangesDoNotReachABuiltCatalog() {
        Key x = schema.add("x", Type.FLOAT, "pixel", "", "Column");
        Catalog.Builder table = new Catalog.Builder(schema.build(), 1);
        table.set(x, 0, 1);
        Catalog before = table.build();
        table.set(x, 0, 2);
        assertEquals(1, before.number(x, 0));
    }

    @Test
    void clashNamesBothOwners() {
        schema.owner("measurements[0] (aperture 1.0.0)");
        schema.add("flux", Type.DOUBLE, "electron", "phot.count", "Flux");
        schema.owner("measurements[1] (auto 1.0.0)");
        TaskException e = assertThrows(
                TaskException.class,
                () -> schema.add("flux", Type.DOUBLE, "electron", "phot.count", "Flux"));
        assertEquals(ErrorCode.INVALID_CONFIGURATION, e.code());
        assertEquals(
                "column 'flux' is defined by both measurements[0] (aperture 1.0.0) and measurements[1] (auto 1.0.0)",
                e.getMessage());
    }

    @Test
    void missingPredecessorIsNamed() {
        schema.owner("auto");
        TaskException e = assertThrows(TaskException.class, () -> schema.require("position_angle"));
        assertEquals(
                "auto needs the column 'position_angle', which nothing before it provides; there are []",
                e.getMessage());
    }

    @Test
    void fractionDoesNotFitAWholeColumn() {
        Key id = schema.add("id", Type.INT, "", "meta.id", "Number");
        Catalog.Builder table = new Catalog.Builder(schema.build(), 1);
        assertThrows(IllegalArgumentException.class, () -> table.set(id, 0, 1.5));
    }

    @Test
    void columnNamesSuitEveryTableFormat() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Column("Flux-Auto", Type.DOUBLE, "", "", ""));
    }

    @Test
    void columnsArePartsOfATableInTheMaking() {
        Schema.Builder columns = new Schema.Builder();
        Key x = columns.add("x", Type.DOUBLE, "pixel", "", "");
        Key n = columns.add("n", Type.INT, "", "", "");
        Key flag = columns.add("flag", Type.BOOLEAN, "", "", "");
        assertEquals(
                Set.of("column x", "column n", "column flag"), columns.parts().keySet());
        Catalog.Builder table = new Catalog.Builder(columns.build(), 2);
        table.set(x, 0, 2.5);
        Catalog.Builder other = table.disturbed(Set.of("column x", "column n", "column flag"));
        assertEquals(4.75, other.number(x, 0));
        assertEquals(1, other.number(x, 1), "what was NaN is a number");
        assertEquals(1, other.number(n, 1));
        assertTrue(other.flag(flag, 0));
        assertEquals(2.5, table.number(x, 0), "the table itself stays");
        assertEquals(table.parts(), table.disturbed(Set.of()).parts());
        Map<String, Long> before = table.parts();
        table.setWhole(n, 0, 7);
        assertNotEquals(before.get("column n"), table.parts().get("column n"));
        assertEquals(before.get("column x"), table.parts().get("column x"));
    }

    @Test
    void schemaKeepsCountOfWhatIsAskedForOnce() {
        Schema.Builder columns = new Schema.Builder();
        columns.add("x", Type.DOUBLE, "pixel", "", "");
        columns.find("y");
        columns.require("x");
        assertEquals(Set.of("column x", "column y"), columns.used());
        assertEquals(Set.of(), columns.used());
    }
}
