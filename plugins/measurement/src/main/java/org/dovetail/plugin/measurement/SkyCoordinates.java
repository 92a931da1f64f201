package org.dovetail.plugin.measurement;

import java.util.Optional;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.image.Wcs;
import org.dovetail.image.Wcs.SkyPosition;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.role.measurement.Measurer;
import org.dovetail.task.Interruption;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Computes the places of the sources on the sky.
 *
 * <p><b>Method.</b> The world coordinates of the image, at (x, y).
 *
 * <p><b>Limits.</b> As good as the world coordinates. Without any, all is NaN and flagged.
 *
 * <p><b>Cost.</b> O(n) time for n sources.
 *
 * <p><b>Reference.</b> Calabretta &amp; Greisen (2002), A&amp;A 395, 1077,
 * doi:10.1051/0004-6361:20021327.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("sky")
@ServiceDescription("Right ascension and declination by the world coordinates of the image")
public final class SkyCoordinates implements MeasurementPlugin {

    /** Creates a measurement. */
    public SkyCoordinates() {}

    @Override
    public Measurer prepare(Schema.Builder schema) {
        Key x = schema.require("x");
        Key y = schema.require("y");
        Columns columns = new Columns(
                schema.add(
                        "ra", Type.DOUBLE, "deg", "pos.eq.ra;meta.main", "Right ascension, ICRS"),
                schema.add("dec", Type.DOUBLE, "deg", "pos.eq.dec;meta.main", "Declination, ICRS"),
                schema.add(
                        "flag_sky",
                        Type.BOOLEAN,
                        "",
                        "meta.code.error",
                        "There is no position, or no world coordinates"));
        return (input, table) -> measure(input, table, x, y, columns);
    }

    private record Columns(Key ra, Key dec, Key failed) {}

    private static void measure(
            MeasurementInput input, Catalog.Builder table, Key x, Key y, Columns columns) {
        Optional<Wcs> wcs = input.wcs();
        for (int row = 0; row < table.rows(); row++) {
            Interruption.check("computing sky coordinates");
            double column = table.number(x, row);
            double line = table.number(y, row);
            boolean found = wcs.isPresent() && Double.isFinite(column) && Double.isFinite(line);
            if (found) {
                SkyPosition place = wcs.orElseThrow().toSky(column, line);
                found = Double.isFinite(place.rightAscension())
                        && Double.isFinite(place.declination());
                if (found) {
                    table.set(columns.ra, row, place.rightAscension());
                    table.set(columns.dec, row, place.declination());
                }
            }
            table.setFlag(columns.failed, row, !found);
        }
    }
}
