package org.dovetail.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.comparison.TruthComparison.Bin;
import org.dovetail.comparison.TruthComparison.Options;
import org.junit.jupiter.api.Test;

class TruthComparisonTest {

    private static final Options OPTIONS =
            new Options(1, "flux_auto", List.of("saturated"), Options.edges(18, 21, 1));

    /** Rows of x, y, mag, flux; the last row is saturated. */
    private static Catalog truth(double[]... rows) {
        Schema.Builder schema = new Schema.Builder();
        List<Key> keys = List.of(
                schema.add("x", Type.DOUBLE, "pixel", "", ""),
                schema.add("y", Type.DOUBLE, "pixel", "", ""),
                schema.add("mag", Type.DOUBLE, "mag", "", ""),
                schema.add("flux", Type.DOUBLE, "electron", "", ""));
        Key saturated = schema.add("saturated", Type.BOOLEAN, "", "", "");
        Catalog.Builder table = table(schema, keys, rows);
        table.setFlag(saturated, rows.length - 1, true);
        return table.build();
    }

    private static Catalog measured(double[]... rows) {
        Schema.Builder schema = new Schema.Builder();
        List<Key> keys = List.of(
                schema.add("x", Type.FLOAT, "pixel", "", ""),
                schema.add("y", Type.FLOAT, "pixel", "", ""),
                schema.add("flux_auto", Type.DOUBLE, "electron", "", ""));
        return table(schema, keys, rows).build();
    }

    private static Catalog.Builder table(Schema.Builder schema, List<Key> keys, double[][] rows) {
        Catalog.Builder table = new Catalog.Builder(schema.build(), rows.length);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < keys.size(); column++) {
                table.set(keys.get(column), row, rows[row][column]);
            }
        }
        return table;
    }

    private static double[] row(double... values) {
        return values;
    }

    private static final Catalog TRUTH = truth(
            row(10, 10, 18.5, 400),
            row(20, 10, 19.5, 200),
            row(30, 10, 19.6, 180),
            row(40, 10, 20.5, 100),
            row(50, 10, 18.1, 9000));

    @Test
    void countsAreThoseOfTheTruth() {
        Catalog measured = measured(
                row(10.25, 9.75, 380),
                row(20.5, 10, 220),
                row(50, 10, 1), // saturated: neither found nor spurious
                row(99, 99, 5));
        TruthComparison comparison = TruthComparison.of(measured, TRUTH, OPTIONS);
        assertEquals(4, comparison.measured());
        assertEquals(4, comparison.truth());
        assertEquals(2, comparison.matched());
        assertEquals(0.75, comparison.purity());
        assertEquals(
                List.of(1.0, 0.5, 0.0),
                comparison.bins().stream().map(Bin::completeness).toList());
        assertEquals(0.25, comparison.bins().get(0).dx().median());
        assertEquals(-0.25, comparison.bins().get(0).dy().median());
        assertEquals(0.95, comparison.bins().get(0).fluxRatio().median(), 1e-12);
        assertEquals(19.5, comparison.magnitudeAt(0.5));
        assertEquals(19.0, comparison.magnitudeAt(0.75));
    }

    @Test
    void emptyCatalogueFindsNothing() {
        TruthComparison comparison = TruthComparison.of(measured(), TRUTH, OPTIONS);
        assertTrue(Double.isNaN(comparison.purity()));
        assertEquals(0, comparison.matched());
        assertEquals(0, comparison.bins().get(0).dx().count());
    }

    @Test
    void missingColumnIsNamed() {
        Options other = new Options(1, "flux_psf", List.of(), List.of(18.0, 19.0));
        Catalog measured = measured(row(10, 10, 1));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> TruthComparison.of(measured, TRUTH, other));
        assertTrue(e.getMessage().contains("flux_psf"));
    }

    @Test
    void spreadIgnoresOutliersAndWhatIsNotFinite() {
        Spread spread = Spread.of(1, 2, 3, 4, 1e9, Double.NaN);
        assertEquals(new Spread(5, 3, 1.4826), spread);
    }

    @Test
    void edgesMustRise() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Options(1, "flux", List.of(), List.of(2.0, 1.0)));
    }
}
