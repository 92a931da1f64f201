package org.dovetail.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.CalibrationFrame.Kind;
import org.dovetail.image.ExposureInfo;
import org.dovetail.image.Header;
import org.dovetail.image.Header.Card;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.junit.jupiter.api.Test;

class DatasetComparisonTest {

    private static final float NAN = Float.NaN;

    private static DatasetComparison compare(Object first, Object second, String... tolerances) {
        return DatasetComparison.of(first, second, Tolerances.parse(List.of(tolerances)), 1);
    }

    private static Image image(float... pixels) {
        return Image.copyOf(pixels.length / 2, 2, pixels);
    }

    @Test
    void pixelsAreToldByNumberSizeAndPlace() {
        Differences differences = compare(image(1, 2, 3, 4, 5, 6), image(1, 2, 3, 6, 5, 5.5f))
                .planes()
                .get(0)
                .differences();
        assertEquals(6, differences.compared());
        assertEquals(2, differences.different());
        assertEquals(1.5 / 6, differences.mean());
        assertEquals(Math.sqrt(4.25 / 6), differences.rms());
        assertEquals(2, differences.largest());
        PlaneComparison plane =
                compare(image(1, 2, 3, 4), image(1, 2, 3, 5)).planes().get(0);
        assertEquals(1, plane.x());
        assertEquals(1, plane.y());
    }

    @Test
    void missingValuesAreEqualToEachOtherOnly() {
        DatasetComparison same = compare(image(NAN, 1), image(NAN, 1));
        assertTrue(same.within());
        DatasetComparison lost = compare(image(1, NAN), image(NAN, 1), "pixels=1e9,100%");
        assertFalse(lost.within());
        Differences differences = lost.planes().get(0).differences();
        assertEquals(1, differences.lost());
        assertEquals(1, differences.gained());
        assertEquals(0, differences.compared());
        assertTrue(Double.isNaN(differences.mean()));
    }

    @Test
    void eitherToleranceIsEnough() {
        Image first = image(100, 0.001f);
        Image second = image(100.5f, 0.002f);
        assertFalse(compare(first, second).within());
        assertFalse(compare(first, second, "pixels=0.4").within());
        assertFalse(compare(first, second, "pixels=1%").within()); // the faint one
        assertTrue(compare(first, second, "pixels=0.01,1%").within());
        assertTrue(compare(first, second, "1").within());
        assertFalse(compare(first, second, "1", "pixels=0").within()); // the last wins
    }

    @Test
    void masksAreComparedByNameNotByBit() {
        Mask first = Mask.wrap(2, 2, new MaskPlanes(List.of("BAD", "CR")), new int[] {1, 2, 2, 0});
        Mask second = Mask.wrap(
                2, 2, new MaskPlanes(List.of("CR", "BAD", "NEW")), new int[] {2, 1, 0, 4});
        MaskedImage image = MaskedImage.of(image(0, 0, 0, 0));
        DatasetComparison all = compare(image.withMask(first), image.withMask(second));
        assertEquals(
                List.of(
                        new MarkComparison("BAD", 4, 1, 1, 0, 0, true),
                        new MarkComparison("CR", 4, 2, 1, 1, 0, false),
                        new MarkComparison("NEW", 4, 0, 1, 0, 1, false)),
                all.masks());
        assertTrue(
                compare(image.withMask(first), image.withMask(second), "mask=1").within());
        assertTrue(compare(image.withMask(first), image.withMask(second), "mask=25%")
                .within());
        assertFalse(
                compare(image.withMask(first), image.withMask(second), "CR=1").within());
        assertTrue(compare(image.withMask(first), image.withMask(second), "CR=1", "NEW=1")
                .within());
    }

    @Test
    void varianceHasItsOwnTolerance() {
        MaskedImage first = MaskedImage.of(image(1, 1));
        MaskedImage second = first.withVariance(image(0, 2));
        assertFalse(compare(first, second, "pixels=9").within());
        assertTrue(compare(first, second, "variance=2").within());
        assertEquals(2, compare(first, second).planes().get(1).differences().largest());
    }

    @Test
    void otherSizeIsToldInWords() {
        DatasetComparison all = compare(image(1, 2), image(1, 2, 3, 4));
        assertEquals(List.of("size: 1 x 2 against 2 x 2"), all.other());
        assertFalse(all.within());
    }

    @Test
    void whatIsKnownBesideThePixelsCounts() {
        CalibrationFrame first = frame(3, 100.0);
        assertTrue(compare(first, frame(3, 100.0)).within());
        assertEquals(
                List.of("number of frames: 3 against 4"),
                compare(first, frame(4, 100.0)).other());
        assertEquals(
                List.of("card LEVEL: 100.0 against 100.5"),
                compare(first, frame(3, 100.5)).other());
        assertTrue(compare(first, frame(3, 100.5), "header=1%").within());
        assertTrue(compare(first, frame(3, 100.5), "LEVEL=0.5").within());
    }

    private static CalibrationFrame frame(int frames, double level) {
        ExposureInfo info = new ExposureInfo(
                "bias", 0, 0, Optional.empty(), Optional.empty(), Optional.empty());
        Header header = Header.EMPTY.with(new Card("LEVEL", level, ""));
        return new CalibrationFrame(
                Kind.BIAS, MaskedImage.of(image(1, 1)), PixelUnit.ELECTRON, frames, info, header);
    }

    /** Rows of x, y and flux. */
    private static Catalog catalog(boolean named, double[]... rows) {
        Schema.Builder schema = new Schema.Builder();
        Key id = schema.add("id", Type.LONG, "", "meta.id;meta.main", "");
        Key x = schema.add(named ? "x" : "u", Type.DOUBLE, "pixel", "pos.cartesian.x", "");
        Key y = schema.add(named ? "y" : "v", Type.DOUBLE, "pixel", "pos.cartesian.y", "");
        Key flux = schema.add("flux", Type.DOUBLE, "electron", "phot.flux", "");
        Key edge = schema.add("flag_edge", Type.BOOLEAN, "", "", "");
        Catalog.Builder table = new Catalog.Builder(schema.build(), rows.length);
        for (int row = 0; row < rows.length; row++) {
            table.setWhole(id, row, row + 1);
            table.set(x, row, rows[row][0]);
            table.set(y, row, rows[row][1]);
            table.set(flux, row, rows[row][2]);
            table.setFlag(edge, row, rows[row][0] < 1);
        }
        return table.build();
    }

    @Test
    void sourcesAreMatchedByPositionWhateverTheirNumbers() {
        Catalog first = catalog(true, new double[] {10, 10, 100}, new double[] {20, 20, 200});
        Catalog second =
                catalog(true, new double[] {5, 5, 1}, new double[] {20.1, 20, 202}, new double[] {
                    10.1, 10, 101
                });
        CatalogComparison all = compare(first, second).catalog().orElseThrow();
        assertEquals(2, all.matched());
        assertEquals(0, all.aloneFirst());
        assertEquals(1, all.aloneSecond());
        assertEquals(
                List.of("x", "y", "flux", "flag_edge"),
                all.columns().stream().map(ColumnComparison::name).toList());
        assertEquals(0.1, all.columns().get(0).spread().median(), 1e-12);
        assertEquals(0.01, all.columns().get(2).relative().median(), 1e-12);
        assertFalse(compare(first, second, "position=0.2", "flux=1%").within());
        assertTrue(
                compare(first, second, "position=0.2", "flux=1%", "sources=1").within());
        assertFalse(
                compare(first, second, "position=0.2", "flux=1%", "sources=30%").within());
        assertTrue(
                compare(first, second, "position=0.2", "flux=1%", "sources=34%").within());
    }

    @Test
    void flagsAreCounted() {
        Catalog first = catalog(true, new double[] {0.9, 10, 1});
        Catalog second = catalog(true, new double[] {1.1, 10, 1});
        ColumnComparison flag =
                compare(first, second).catalog().orElseThrow().columns().get(3);
        assertEquals(1, flag.differences().different());
        assertEquals("column", flag.kind());
    }

    @Test
    void anglesAreComparedAcrossTheirTurn() {
        Schema.Builder schema = new Schema.Builder();
        Key ra = schema.add("ra", Type.DOUBLE, "deg", "pos.eq.ra;meta.main", "");
        Key angle = schema.add("position_angle", Type.DOUBLE, "deg", "pos.posAng", "");
        Catalog.Builder first = new Catalog.Builder(schema.build(), 1);
        first.set(ra, 0, 359.75);
        first.set(angle, 0, 89.5);
        Catalog.Builder second = new Catalog.Builder(schema.build(), 1);
        second.set(ra, 0, 0.25);
        second.set(angle, 0, -89.5);
        List<ColumnComparison> columns =
                compare(first.build(), second.build()).catalog().orElseThrow().columns();
        assertEquals(0.5, columns.get(0).differences().largest());
        assertEquals("sky", columns.get(0).kind());
        assertEquals(1, columns.get(1).differences().sum());
        assertEquals("column", columns.get(1).kind());
    }

    @Test
    void withoutPositionsRowsBelongTogether() {
        Catalog first = catalog(false, new double[] {1, 1, 1}, new double[] {2, 2, 2});
        CatalogComparison all =
                compare(first, catalog(false, new double[] {1, 1, 1})).catalog().orElseThrow();
        assertFalse(all.byPosition());
        assertEquals(1, all.matched());
        assertEquals(1, all.aloneFirst());
        assertTrue(compare(first, first).within());
    }

    @Test
    void columnsThatOneLacksAreNamed() {
        DatasetComparison all = compare(catalog(true), catalog(false));
        assertEquals(List.of("x", "y"), all.catalog().orElseThrow().onlyFirst());
        assertEquals(List.of("u", "v"), all.catalog().orElseThrow().onlySecond());
        assertFalse(all.within());
    }

    @Test
    void ofOtherTypesOnlyEqualityIsKnown() {
        assertTrue(compare(List.of(1, "a"), List.of(1, "a")).within());
        assertEquals(List.of("content differs"), compare(List.of(1), List.of(2)).other());
    }

    @Test
    void differencesOfSeveralFramesAddUp() {
        Differences first = compare(image(1, 2), image(2, 4)).planes().get(0).differences();
        Differences second = compare(image(1, 2), image(1, 2)).planes().get(0).differences();
        Differences both = first.plus(second);
        assertEquals(4, both.compared());
        assertEquals(0.75, both.mean());
        assertEquals(2, both.largest());
        assertEquals(both, second.plus(first));
        assertEquals(first, first.plus(Differences.NONE));
    }

    @Test
    void badTolerancesAreRefusedInWords() {
        for (String bad : List.of("flux=x", "flux=", "flux=-1", "NaN", "flux=1%%")) {
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class, () -> Tolerances.parse(List.of(bad)));
            assertEquals(
                    "must be KIND=VALUE, KIND=PERCENT% or KIND=VALUE,PERCENT%, each 0 or more, was '"
                            + bad + "'",
                    e.getMessage());
        }
    }

    @Test
    void infinityIsEqualToItselfOnly() {
        Tolerance wide = new Tolerance(1, 1);
        assertTrue(wide.allows(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertFalse(wide.allows(Double.POSITIVE_INFINITY, 1));
        assertTrue(Tolerance.NONE.allows(0.0, -0.0));
    }
}
