package org.dovetail.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;
import org.junit.jupiter.api.Test;

class TruthTableTest {

    private static final List<String> NUMBERS = List.of("x", "y", "mag", "flux", "flux_auto");

    /** Rows of x, y, magnitude, true flux and measured flux. */
    private static Catalog catalog(double[]... rows) {
        Schema.Builder columns = new Schema.Builder();
        NUMBERS.forEach(name -> columns.add(name, Column.Type.DOUBLE, "", "", ""));
        columns.add("saturated", Column.Type.BOOLEAN, "", "", "");
        Schema schema = columns.build();
        Catalog.Builder builder = new Catalog.Builder(schema, rows.length);
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < NUMBERS.size(); i++) {
                builder.set(schema.key(NUMBERS.get(i)), row, rows[row][i]);
            }
        }
        return builder.build();
    }

    @Test
    void framesAreTakenTogether() {
        TruthTable table = new TruthTable();
        table.add(
                catalog(new double[] {10.5, 10, 0, 0, 90}),
                catalog(new double[] {10, 10, 20.5, 100, 0}, new double[] {50, 50, 20.5, 100, 0}));
        table.add(
                catalog(new double[] {30, 30.5, 0, 0, 110}),
                catalog(new double[] {30, 30, 20.1, 100, 0}));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertEquals("""
                MAGNITUDE  TRUE  FOUND  COMPLETE  FLUX/TRUE  SCATTER  DX     DY
                20 - 21    3     2      67%       1.000      0.000    0.250  0.250
                2 frames, 2 sources measured, 2 of 3 true ones found, purity 100%; matched within \
                2 pixels, saturated left out; DX and DY in pixels
                """, bytes.toString(StandardCharsets.UTF_8));
    }
}
