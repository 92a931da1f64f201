package org.dovetail.plugin.measurement;

import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
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
 * Finds the circle that holds half of the light.
 *
 * <p><b>Method.</b> The least radius at which the sum of a circle around (x, y), by exact overlap,
 * reaches half of {@code flux_auto}; searched outwards in steps, then by bisection. Pixels of other
 * sources and those that must not be used are replaced by the pixel on the other side of the center.
 *
 * <p><b>Limits.</b> Where the circle does not fit into the Kron ellipse's major axis, there is none.
 * Small circles hold fractions of few pixels: taken as evenly lit, which makes the radius of
 * undersampled stars too great.
 *
 * <p><b>Cost.</b> O(n r^2) time for n sources.
 *
 * <p><b>Reference.</b> The manual of SExtractor (FLUX_RADIUS, PHOT_FLUXFRAC 0.5). Differs from
 * SExtractor 2.25, which interpolates in a growth curve, by 0.004 pixels in the median of a
 * test image and 0.02 at most.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Reads("plane ${ignoredPlanes}")
@TaskType("half-light")
@ServiceDescription("Radius of the circle that holds half of flux_auto")
public final class HalfLightRadius implements MeasurementPlugin {

    /** The width of the last bracket, in pixels. */
    private static final double PRECISION = 1e-4;
    /** The first steps outwards, in pixels. */
    private static final double STEP = 0.5;

    private final String[] ignoredPlanes;

    /** Settings of the {@code half-light} measurement. */
    public @interface Config {
        @Setting("Mask planes whose pixels are replaced, unless they were filled in")
        String[] ignoredPlanes() default {"BAD", "CR", "NO_DATA"};
    }

    /** Creates a measurement. */
    @Activate
    public HalfLightRadius(Config config) {
        ignoredPlanes = config.ignoredPlanes();
    }

    @Override
    public Measurer prepare(Schema.Builder schema) {
        Columns columns = new Columns(
                schema.require("x"),
                schema.require("y"),
                schema.require("a"),
                schema.require("kron_radius"),
                schema.require("flux_auto"),
                schema.add(
                        "half_light_radius",
                        Type.DOUBLE,
                        "pixel",
                        "phys.angSize;instr.det",
                        "Radius of the circle that holds half of flux_auto"),
                schema.add(
                        "flag_half_light",
                        Type.BOOLEAN,
                        "",
                        "meta.code.error",
                        "No circle holds half of the light"));
        return (input, table) -> measure(input, table, columns);
    }

    private record Columns(Key x, Key y, Key major, Key kron, Key flux, Key radius, Key failed) {}

    private void measure(MeasurementInput input, Catalog.Builder table, Columns columns) {
        Stamp stamp = new Stamp(new UsableImage(input.image(), ignoredPlanes));
        CircleSum sum = new CircleSum();
        for (int row = 0; row < table.rows(); row++) {
            Interruption.check("measuring half-light radii");
            double x = table.number(columns.x, row);
            double y = table.number(columns.y, row);
            double limit = table.number(columns.kron, row) * table.number(columns.major, row);
            double half = table.number(columns.flux, row) / 2;
            double radius = Double.NaN;
            if (half > 0 && stamp.read(x, y, limit, limit)) {
                stamp.blankOthers(input.detections(), row + 1);
                stamp.fillFromOpposite(x, y);
                radius = search(stamp, sum, x, y, half, limit);
            }
            table.set(columns.radius, row, radius);
            table.setFlag(columns.failed, row, Double.isNaN(radius));
        }
    }

    private static double search(
            Stamp stamp, CircleSum sum, double x, double y, double half, double limit) {
        double step = Math.max(STEP, limit / 64);
        double low = 0;
        double high = Math.min(step, limit);
        sum.sum(stamp, x, y, high);
        while (sum.flux() < half) {
            if (high >= limit) {
                return Double.NaN;
            }
            low = high;
            high = Math.min(high + step, limit);
            sum.sum(stamp, x, y, high);
        }
        while (high - low > PRECISION) {
            double middle = (low + high) / 2;
            sum.sum(stamp, x, y, middle);
            if (sum.flux() < half) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
