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
 * Measures size and shape by the second moments of the footprint.
 *
 * <p><b>Method.</b> {@code x2 = sum(w (x_i - x)^2) / sum(w)} over the footprint, w being the
 * filtered image, and so {@code y2} and {@code xy}. Where the determinant {@code x2 y2 - xy^2} is
 * below 0.00694 (1/144), the light is taken as spread over pixels: 1/12 is added to x2 and y2. The
 * axes a and b are the roots of the eigenvalues; the ellipse {@code 3 (a, b)} roughly follows the
 * limit of detection.
 *
 * <p><b>Limits.</b> Depends on the threshold: the wings are cut off, so faint sources come out too
 * small. Includes the width of the filter.
 *
 * <p><b>Cost.</b> O(n) time for n pixels of sources.
 *
 * <p><b>Reference.</b> Bertin &amp; Arnouts (1996), A&amp;AS 117, 393, doi:10.1051/aas:1996164,
 * and the manual of SExtractor. Equals X2_IMAGE, Y2_IMAGE, XY_IMAGE, A_IMAGE, B_IMAGE and
 * THETA_IMAGE of SExtractor 2.25 to single precision.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Reads("plane ${ignoredPlanes}")
@TaskType("moments")
@ServiceDescription("Size and shape by second moments of the footprint in the filtered image")
public final class IsophotalMoments implements MeasurementPlugin {

    private final String[] ignoredPlanes;

    /** Settings of the {@code moments} measurement. */
    public @interface Config {
        @Setting("Mask planes whose pixels are left out, unless they were filled in")
        String[] ignoredPlanes() default {"BAD", "CR", "NO_DATA"};
    }

    /** Creates a measurement. */
    @Activate
    public IsophotalMoments(Config config) {
        ignoredPlanes = config.ignoredPlanes();
    }

    @Override
    public Measurer prepare(Schema.Builder schema) {
        String size = "phys.angSize;instr.det";
        Columns columns = new Columns(
                add(schema, "x2", "pixel**2", size, "Variance of the light along x"),
                add(schema, "y2", "pixel**2", size, "Variance of the light along y"),
                add(schema, "xy", "pixel**2", size, "Covariance of the light along x and y"),
                add(
                        schema,
                        "a",
                        "pixel",
                        "phys.angSize.smajAxis;instr.det",
                        "Standard deviation of the light along the major axis"),
                add(
                        schema,
                        "b",
                        "pixel",
                        "phys.angSize.sminAxis;instr.det",
                        "Standard deviation of the light along the minor axis"),
                add(
                        schema,
                        "position_angle",
                        "deg",
                        "pos.posAng;instr.det",
                        "Direction of the major axis, from x towards y, -90 to 90"),
                add(schema, "elongation", "", "src.morph.param", "a / b"),
                add(schema, "ellipticity", "", "src.ellipticity", "1 - b / a"),
                schema.add(
                        "flag_moments",
                        Type.BOOLEAN,
                        "",
                        "meta.code.error",
                        "There is no light to have moments"));
        return (input, table) -> measure(input, table, columns);
    }

    private static Key add(
            Schema.Builder schema, String name, String unit, String ucd, String doc) {
        return schema.add(name, Type.DOUBLE, unit, ucd, doc);
    }

    private record Columns(
            Key xx,
            Key yy,
            Key xy,
            Key major,
            Key minor,
            Key angle,
            Key elongation,
            Key ellipticity,
            Key failed) {}

    private void measure(MeasurementInput input, Catalog.Builder table, Columns columns) {
        FootprintPixels pixels = FootprintPixels.of(input, ignoredPlanes);
        List<Footprint> footprints = input.detections().footprints();
        for (int row = 0; row < footprints.size(); row++) {
            Interruption.check("measuring moments");
            pixels.read(footprints.get(row));
            SecondMoments moments = SecondMoments.ofLight(pixels);
            if (moments.singular()) {
                moments = moments.spread(SecondMoments.PIXEL);
            }
            // Negative pixels can make a variance negative; there is no ellipse then.
            boolean found = pixels.hasCenter() && moments.minor() > 0;
            table.setFlag(columns.failed, row, !found);
            if (found) {
                set(table, row, columns, moments);
            }
        }
    }

    private static void set(
            Catalog.Builder table, int row, Columns columns, SecondMoments moments) {
        table.set(columns.xx, row, moments.xx());
        table.set(columns.yy, row, moments.yy());
        table.set(columns.xy, row, moments.xy());
        table.set(columns.major, row, moments.major());
        table.set(columns.minor, row, moments.minor());
        table.set(columns.angle, row, moments.positionAngle());
        table.set(columns.elongation, row, moments.major() / moments.minor());
        table.set(columns.ellipticity, row, 1 - moments.minor() / moments.major());
    }
}
