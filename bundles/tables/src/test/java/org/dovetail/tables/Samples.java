package org.dovetail.tables;

import java.util.List;
import java.util.Random;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.data.Provenance;

/** A catalogue to write and read back. */
public final class Samples {

    static final Provenance PROVENANCE = new Provenance(
            "a-run",
            "process-ccd@1.0.0",
            "0123456789abcdef",
            List.of(new Provenance.SlotProvenance(
                    "process-ccd.background", "mesh@1.2.0", "org.dovetail.plugin.mesh", "fedc")),
            List.of(new Provenance.InputProvenance("raw", "it's <raw>.fits", "00ff")));

    private Samples() {}

    /** Makes a catalogue with a column of each type and what may stand in them. */
    public static Catalog catalog(int rows) {
        Schema.Builder schema = new Schema.Builder();
        Key id = schema.add("id", Type.INT, "", "meta.id;meta.main", "number");
        Key big = schema.add("big", Type.LONG, "", "", "");
        Key x = schema.add("x", Type.DOUBLE, "pixel", "pos.cartesian.x", "column");
        Key y = schema.add("y", Type.DOUBLE, "pixel", "pos.cartesian.y", "row");
        Key flux = schema.add("flux", Type.FLOAT, "electron/s", "phot.flux", "it's \"flux\" < 3");
        Key blended = schema.add("flag_blended", Type.BOOLEAN, "", "meta.code", "is it");
        Catalog.Builder table = new Catalog.Builder(schema.build(), rows);
        Random random = new Random(1);
        for (int row = 0; row < rows; row++) {
            table.setWhole(id, row, row - 5);
            table.setWhole(big, row, random.nextLong());
            table.set(x, row, row % 7 == 3 ? Double.NaN : random.nextGaussian());
            table.set(y, row, random.nextGaussian() * 1e-300);
            table.set(flux, row, row % 5 == 3 ? Double.NaN : random.nextFloat());
            table.setFlag(blended, row, random.nextBoolean());
        }
        return table.build();
    }
}
