package org.dovetail.plugin.measurement;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.role.detection.Footprint;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.role.measurement.Measurer;
import org.dovetail.task.Interruption;
import org.dovetail.task.Reads;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Numbers the sources and notes their brightest pixels.
 *
 * <p><b>Method.</b> The place is the greatest pixel of the filtered image, as detection found it;
 * the value is the greatest of the unfiltered image anywhere in the footprint.
 *
 * <p><b>Limits.</b> Noise and hot pixels make peaks too high.
 *
 * <p><b>Cost.</b> O(n) time for n pixels of sources.
 *
 * <p><b>Reference.</b> Bertin &amp; Arnouts (1996), A&amp;AS 117, 393, doi:10.1051/aas:1996164.
 * Equals NUMBER, XPEAK_IMAGE - 1, YPEAK_IMAGE - 1 and FLUX_MAX of SExtractor 2.25, but that
 * sources are numbered by their first pixel, not their last.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Reads("plane ${ignoredPlanes}")
@TaskType("peak")
@ServiceDescription("Running number, and place and value of the brightest pixel")
public final class PeakMeasurement implements MeasurementPlugin {

    private final String[] ignoredPlanes;

    /** Settings of the {@code peak} measurement. */
    public @interface Config {
        @Setting("Mask planes whose pixels are left out, unless they were filled in")
        String[] ignoredPlanes() default {"BAD", "CR", "NO_DATA"};
    }

    /** Creates a measurement. */
    @Activate
    public PeakMeasurement(Config config) {
        ignoredPlanes = config.ignoredPlanes();
    }

    @Override
    public Measurer prepare(Schema.Builder schema) {
        Columns columns = new Columns(
                schema.add(
                        "peak_x",
                        Type.INT,
                        "pixel",
                        "pos.cartesian.x;instr.det",
                        "Column of the greatest filtered value, from 0"),
                schema.add(
                        "peak_y",
                        Type.INT,
                        "pixel",
                        "pos.cartesian.y;instr.det",
                        "Row of the greatest filtered value, from 0"),
                schema.add(
                        "peak",
                        Type.DOUBLE,
                        "electron",
                        "phot.flux;stat.max",
                        "Greatest value above the background in the footprint"),
                schema.add(
                        "flag_peak", Type.BOOLEAN, "", "meta.code.error", "No pixel can be used"));
        return (input, table) -> measure(input, table, columns);
    }

    private record Columns(Key x, Key y, Key peak, Key failed) {}

    private void measure(MeasurementInput input, Catalog.Builder table, Columns columns) {
        FootprintPixels pixels = FootprintPixels.unfiltered(input, ignoredPlanes);
        List<Footprint> footprints = input.detections().footprints();
        for (int row = 0; row < footprints.size(); row++) {
            Interruption.check("looking for peaks");
            Footprint footprint = footprints.get(row);
            pixels.read(footprint);
            float peak = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < pixels.count(); i++) {
                peak = Math.max(peak, pixels.value(i));
            }
            table.setWhole(columns.x, row, footprint.peakX());
            table.setWhole(columns.y, row, footprint.peakY());
            table.set(columns.peak, row, pixels.count() > 0 ? peak : Double.NaN);
            table.setFlag(columns.failed, row, pixels.count() == 0);
        }
    }
}
