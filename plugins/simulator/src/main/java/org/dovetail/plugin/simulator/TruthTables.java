package org.dovetail.plugin.simulator;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.Wcs;
import org.dovetail.image.Wcs.PixelPosition;

/** Writes down what was simulated. */
final class TruthTables {

    private TruthTables() {}

    /** Lists all sources of the sky. */
    static Catalog reference(List<Source> sources) {
        Schema.Builder schema = new Schema.Builder();
        SkyColumns sky = new SkyColumns(schema);
        Catalog.Builder table = new Catalog.Builder(schema.build(), sources.size());
        for (int row = 0; row < sources.size(); row++) {
            sky.write(table, row, sources.get(row));
        }
        return table.build();
    }

    /** Lists the sources on the detector, with what they gave to one frame. */
    static Catalog sources(List<Source> all, Wcs wcs, Mask marks, ToDoubleFunction<Source> flux) {
        List<Source> shown = all.stream()
                .filter(source -> inside(wcs.toPixel(source.position()), marks))
                .toList();
        Schema.Builder schema = new Schema.Builder();
        SkyColumns sky = new SkyColumns(schema);
        Key x = schema.add("x", Type.DOUBLE, "pixel", "pos.cartesian.x", "Column, from 0");
        Key y = schema.add("y", Type.DOUBLE, "pixel", "pos.cartesian.y", "Row, from 0");
        Key electrons = schema.add(
                "flux", Type.DOUBLE, "electron", "phot.count", "Electrons, before the response");
        Key saturated =
                schema.add("saturated", Type.BOOLEAN, "", "meta.code", "Saturated near the center");
        Catalog.Builder table = new Catalog.Builder(schema.build(), shown.size());
        for (int row = 0; row < shown.size(); row++) {
            Source source = shown.get(row);
            PixelPosition at = wcs.toPixel(source.position());
            sky.write(table, row, source);
            table.set(x, row, at.x());
            table.set(y, row, at.y());
            table.set(electrons, row, flux.applyAsDouble(source));
            table.setFlag(saturated, row, saturated(at, marks));
        }
        return table.build();
    }

    private static boolean inside(PixelPosition at, Mask marks) {
        return at.x() >= -0.5
                && at.x() < marks.width() - 0.5
                && at.y() >= -0.5
                && at.y() < marks.height() - 0.5;
    }

    private static boolean saturated(PixelPosition at, Mask marks) {
        int bit = marks.planes().bits(MaskPlanes.SAT);
        int x = (int) Math.rint(at.x());
        int y = (int) Math.rint(at.y());
        boolean found = false;
        for (int row = Math.max(0, y - 1); row <= Math.min(marks.height() - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1);
                    column <= Math.min(marks.width() - 1, x + 1);
                    column++) {
                found |= (marks.get(column, row) & bit) != 0;
            }
        }
        return found;
    }

    /** The columns that both tables have. */
    private static final class SkyColumns {

        private final Key id;
        private final Key ra;
        private final Key dec;
        private final Key mag;
        private final Key galaxy;

        SkyColumns(Schema.Builder schema) {
            id = schema.add("id", Type.LONG, "", "meta.id;meta.main", "Number in the survey");
            ra = schema.add("ra", Type.DOUBLE, "deg", "pos.eq.ra;meta.main", "Right ascension");
            dec = schema.add("dec", Type.DOUBLE, "deg", "pos.eq.dec;meta.main", "Declination");
            mag = schema.add("mag", Type.DOUBLE, "mag", "phot.mag", "Magnitude");
            galaxy = schema.add(
                    "galaxy", Type.BOOLEAN, "", "src.class.starGalaxy", "A galaxy, else a star");
        }

        void write(Catalog.Builder table, int row, Source source) {
            table.setWhole(id, row, source.id());
            table.set(ra, row, source.position().rightAscension());
            table.set(dec, row, source.position().declination());
            table.set(mag, row, source.magnitude());
            table.setFlag(galaxy, row, source.galaxy());
        }
    }
}
