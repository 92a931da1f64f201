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
 * Sums the light of the footprint.
 *
 * <p><b>Method.</b> The sum of the unfiltered image, background subtracted, over the pixels of the
 * footprint. The variance is {@code area * scatter^2 + flux / gain}, without the last term where
 * the flux is negative; the scatter is that of the whole image.
 *
 * <p><b>Limits.</b> Misses the light below the threshold: much of a faint source. Pixels that are
 * left out are missing from flux and area. The noise of the background estimate is left out.
 *
 * <p><b>Cost.</b> O(n) time for n pixels of sources.
 *
 * <p><b>Reference.</b> Bertin &amp; Arnouts (1996), A&amp;AS 117, 393, doi:10.1051/aas:1996164,
 * and the manual of SExtractor. Equals FLUX_ISO, FLUXERR_ISO and ISOAREAF_IMAGE of SExtractor 2.25
 * to single precision.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Reads("plane ${ignoredPlanes}")
@TaskType("isophotal")
@ServiceDescription("Sum of the pixels of the footprint")
public final class IsophotalFlux implements MeasurementPlugin {

    private final String[] ignoredPlanes;

    /** Settings of the {@code isophotal} measurement. */
    public @interface Config {
        @Setting("Mask planes whose pixels are left out, unless they were filled in")
        String[] ignoredPlanes() default {"BAD", "CR", "NO_DATA"};
    }

    /** Creates a measurement. */
    @Activate
    public IsophotalFlux(Config config) {
        ignoredPlanes = config.ignoredPlanes();
    }

    @Override
    public Measurer prepare(Schema.Builder schema) {
        Columns columns = new Columns(
                schema.add(
                        "flux_iso",
                        Type.DOUBLE,
                        "electron",
                        "phot.flux",
                        "Light of the footprint above the background"),
                schema.add(
                        "flux_iso_err",
                        Type.DOUBLE,
                        "electron",
                        "stat.error;phot.flux",
                        "Standard deviation of flux_iso"),
                schema.add(
                        "area_iso",
                        Type.INT,
                        "pixel**2",
                        "phys.angArea;instr.det",
                        "Number of pixels that were summed"),
                schema.add(
                        "flag_iso", Type.BOOLEAN, "", "meta.code.error", "No pixel can be used"));
        return (input, table) -> measure(input, table, columns);
    }

    private record Columns(Key flux, Key error, Key area, Key failed) {}

    private void measure(MeasurementInput input, Catalog.Builder table, Columns columns) {
        Noise noise = Noise.of(input);
        FootprintPixels pixels = FootprintPixels.unfiltered(input, ignoredPlanes);
        List<Footprint> footprints = input.detections().footprints();
        for (int row = 0; row < footprints.size(); row++) {
            Interruption.check("measuring isophotal fluxes");
            pixels.read(footprints.get(row));
            int area = pixels.count();
            double flux = 0;
            for (int i = 0; i < area; i++) {
                flux += pixels.value(i);
            }
            table.setWhole(columns.area, row, area);
            table.setFlag(columns.failed, row, area == 0);
            if (area > 0) {
                table.set(columns.flux, row, flux);
                table.set(columns.error, row, noise.ofSum(area, flux));
            }
        }
    }
}
