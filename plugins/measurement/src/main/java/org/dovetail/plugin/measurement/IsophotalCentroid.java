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
 * Takes the center of light of the footprint for the position.
 *
 * <p><b>Method.</b> {@code x = sum(w x) / sum(w)} over the footprint, w being the filtered image;
 * {@code x_err^2 = sum(v (x_i - x)^2) / sum(w)^2}, where v is the variance of a pixel: that of the
 * sky, and its own value over the gain. Sources about as small as a pixel get the error of a
 * position spread over one pixel, {@code sum(v) / 12 / sum(w)^2}, added.
 *
 * <p><b>Limits.</b> The wings below the threshold are cut off, so noise is greater than that of the
 * windowed centroid, and asymmetric neighbors pull. Errors leave out that the filter correlates
 * pixels and that the footprint itself is subject to noise.
 *
 * <p><b>Cost.</b> O(n) time for n pixels of sources.
 *
 * <p><b>Reference.</b> Bertin &amp; Arnouts (1996), A&amp;AS 117, 393, doi:10.1051/aas:1996164,
 * and the manual of SExtractor. Equals X_IMAGE - 1, Y_IMAGE - 1 and the roots of ERRX2_IMAGE and
 * ERRY2_IMAGE of SExtractor 2.25 to single precision.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Reads("plane ${ignoredPlanes}")
@TaskType("centroid")
@ServiceDescription("Center of light of the footprint in the filtered image")
public final class IsophotalCentroid implements MeasurementPlugin {

    private final String[] ignoredPlanes;

    /** Settings of the {@code centroid} measurement. */
    public @interface Config {
        @Setting("Mask planes whose pixels are left out, unless they were filled in")
        String[] ignoredPlanes() default {"BAD", "CR", "NO_DATA"};
    }

    /** Creates a measurement. */
    @Activate
    public IsophotalCentroid(Config config) {
        ignoredPlanes = config.ignoredPlanes();
    }

    @Override
    public Measurer prepare(Schema.Builder schema) {
        Columns columns = new Columns(
                position(schema, "x", "pos.cartesian.x;instr.det", "Column of the center of light"),
                position(schema, "y", "pos.cartesian.y;instr.det", "Row of the center of light"),
                position(
                        schema,
                        "x_err",
                        "stat.error;pos.cartesian.x;instr.det",
                        "Standard deviation of x"),
                position(
                        schema,
                        "y_err",
                        "stat.error;pos.cartesian.y;instr.det",
                        "Standard deviation of y"),
                schema.add(
                        "flag_centroid",
                        Type.BOOLEAN,
                        "",
                        "meta.code.error",
                        "There is no light to have a center"));
        return (input, table) -> measure(input, table, columns);
    }

    private static Key position(Schema.Builder schema, String name, String ucd, String doc) {
        return schema.add(name, Type.DOUBLE, "pixel", ucd, doc);
    }

    private record Columns(Key x, Key y, Key errorX, Key errorY, Key failed) {}

    private void measure(MeasurementInput input, Catalog.Builder table, Columns columns) {
        Noise noise = Noise.of(input);
        FootprintPixels pixels = FootprintPixels.of(input, ignoredPlanes);
        List<Footprint> footprints = input.detections().footprints();
        for (int row = 0; row < footprints.size(); row++) {
            Interruption.check("measuring centroids");
            pixels.read(footprints.get(row));
            boolean found = pixels.hasCenter();
            table.setFlag(columns.failed, row, !found);
            if (found) {
                table.set(columns.x, row, pixels.centerX());
                table.set(columns.y, row, pixels.centerY());
                setErrors(pixels, noise, table, row, columns);
            }
        }
    }

    private static void setErrors(
            FootprintPixels pixels, Noise noise, Catalog.Builder table, int row, Columns columns) {
        double sum = 0;
        double sumXx = 0;
        double sumYy = 0;
        double sumXy = 0;
        for (int i = 0; i < pixels.count(); i++) {
            double dx = pixels.dx(i);
            double dy = pixels.dy(i);
            double variance = noise.ofPixel(pixels.weight(i));
            sum += variance;
            sumXx += variance * dx * dx;
            sumYy += variance * dy * dy;
            sumXy += variance * dx * dy;
        }
        double scale = 1 / (pixels.total() * pixels.total());
        SecondMoments error = new SecondMoments(sumXx * scale, sumYy * scale, sumXy * scale);
        double pixel = SecondMoments.PIXEL * sum * scale;
        if (SecondMoments.ofLight(pixels).singular() && error.determinant() < pixel * pixel) {
            error = error.spread(pixel);
        }
        table.set(columns.errorX, row, Math.sqrt(error.xx()));
        table.set(columns.errorY, row, Math.sqrt(error.yy()));
    }
}
