package org.dovetail.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dovetail.comparison.CatalogComparison;
import org.dovetail.comparison.DatasetComparison;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

    @Test
    void columnsOfOneSideAreCountedInOneLine() {
        CatalogComparison catalog = new CatalogComparison(
                3,
                3,
                3,
                true,
                List.of(),
                List.of("x2", "y2", "xy", "a", "b", "theta", "kron"),
                List.of("sky"),
                true);
        Compared compared = new Compared();
        compared.add(
                "n1.catalog.fits",
                "catalog.fits",
                new DatasetComparison(List.of(), List.of(), Optional.of(catalog), List.of()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ComparisonTable(new PrintStream(out, true, StandardCharsets.UTF_8)).print(compared);
        assertEquals(
                List.of(
                        "n1.catalog.fits: 7 columns in A only: x2, y2, xy, a, b and 2 more",
                        "n1.catalog.fits: 1 column in B only: sky"),
                out.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("only"))
                        .toList());
    }
}
