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
 * Measures the light in an ellipse that adapts to the source.
 *
 * <p><b>Method.</b> In the ellipse of 6 standard deviations (6 a, 6 b) around (x, y) the mean
 * distance of the light is {@code r1 = sum(r v) / sum(v)}, r in units of a and b. The flux is the sum
 * of the pixels whose centers lie in the ellipse of {@code kron_radius = max(factor * r1,
 * minRadius)}; the variance is {@code area * scatter^2 + flux / gain}, without the last term where
 * the flux is negative. Pixels of other sources, of groups above the threshold that are too small
 * for a source, and those that must not be used do not count for r1; for the flux they are replaced
 * by the pixel on the other side of the center, or by 0 where that is no better.
 *
 * <p><b>Limits.</b> Misses 2 to 4 % of the light of stars, more of faint and extended sources. Where
 * more than a tenth of the ellipse, or of that of 6 standard deviations, is replaced, {@code
 * flag_auto_crowded} is set; where some of either is outside of the image and so is missing, {@code
 * flag_auto_edge}. With a threshold that follows the local noise, more noise is taken for such
 * groups where the noise is above its mean, and some of the flux is lost.
 *
 * <p><b>Cost.</b> O(n a b) time for n sources, memory for one ellipse.
 *
 * <p><b>Reference.</b> Kron (1980), ApJS 43, 305, doi:10.1086/190669; Bertin &amp; Arnouts (1996),
 * A&amp;AS 117, 393, doi:10.1051/aas:1996164, and the manual of SExtractor. Equals FLUX_AUTO,
 * FLUXERR_AUTO and KRON_RADIUS of SExtractor 2.25 (MASK_TYPE CORRECT) to single precision.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Reads("plane ${ignoredPlanes}")
@TaskType("auto")
@ServiceDescription("Sum of the pixels of an ellipse that adapts to the source (Kron)")
public final class KronFlux implements MeasurementPlugin {

    /** How far the light counts that sets the size of the ellipse, in standard deviations. */
    private static final double SEARCH = 6;
    /** The part of the ellipse that may be replaced before the flux is doubtful. */
    private static final double CROWDED = 0.1;

    private final double factor;
    private final double minRadius;
    private final String[] ignoredPlanes;

    /** Settings of the {@code auto} measurement. */
    public @interface Config {
        @Setting(value = "Size of the ellipse", unit = "mean distance of the light", min = 0.1)
        double factor() default 2.5;

        @Setting(value = "Least size of the ellipse", unit = "a and b", min = 0.1)
        double minRadius() default 3.5;

        @Setting("Mask planes whose pixels are replaced, unless they were filled in")
        String[] ignoredPlanes() default {"BAD", "CR", "NO_DATA"};
    }

    /** Creates a measurement. */
    @Activate
    public KronFlux(Config config) {
        factor = config.factor();
        minRadius = config.minRadius();
        ignoredPlanes = config.ignoredPlanes();
    }

    @Override
    public Measurer prepare(Schema.Builder schema) {
        Key[] needed = {
            schema.require("x"),
            schema.require("y"),
            schema.require("x2"),
            schema.require("y2"),
            schema.require("xy")
        };
        Columns columns = new Columns(
                schema.add(
                        "flux_auto",
                        Type.DOUBLE,
                        "electron",
                        "phot.flux;meta.main",
                        "Light above the background in the Kron ellipse"),
                schema.add(
                        "flux_auto_err",
                        Type.DOUBLE,
                        "electron",
                        "stat.error;phot.flux",
                        "Standard deviation of flux_auto"),
                schema.add(
                        "kron_radius",
                        Type.DOUBLE,
                        "",
                        "phys.angSize;src.morph.param",
                        "Size of the Kron ellipse, in units of a and b"),
                flag(schema, "flag_auto", "meta.code.error", "There is no ellipse"),
                flag(
                        schema,
                        "flag_auto_crowded",
                        "meta.code.qual",
                        "More than a tenth of the ellipse, or of that searched for it, is masked or of others"),
                flag(
                        schema,
                        "flag_auto_edge",
                        "meta.code.qual",
                        "Some of the ellipse, or of that searched for it, is outside of the image"));
        return (input, table) -> measure(input, table, needed, columns);
    }

    private static Key flag(Schema.Builder schema, String name, String ucd, String doc) {
        return schema.add(name, Type.BOOLEAN, "", ucd, doc);
    }

    private record Columns(Key flux, Key error, Key radius, Key failed, Key crowded, Key edge) {}

    private void measure(
            MeasurementInput input, Catalog.Builder table, Key[] needed, Columns columns) {
        Noise noise = Noise.of(input);
        Stamp stamp = new Stamp(new UsableImage(input.image(), ignoredPlanes));
        EllipseSum sum = new EllipseSum();
        for (int row = 0; row < table.rows(); row++) {
            Interruption.check("measuring Kron fluxes");
            Ellipse ellipse = Ellipse.of(
                    table.number(needed[0], row),
                    table.number(needed[1], row),
                    new SecondMoments(
                            table.number(needed[2], row),
                            table.number(needed[3], row),
                            table.number(needed[4], row)));
            boolean found = ellipse.valid() && read(stamp, ellipse, SEARCH, input, row);
            if (found) {
                double radius = radius(stamp, ellipse, sum);
                boolean crowded = crowded(sum);
                found = radius <= SEARCH || read(stamp, ellipse, radius, input, row);
                sum.sum(stamp, ellipse, radius, true);
                found = found && sum.area() > sum.replaced();
                if (found) {
                    set(table, row, columns, sum, radius, noise);
                    table.setFlag(columns.crowded, row, crowded || crowded(sum));
                    table.setFlag(
                            columns.edge, row, !inside(ellipse, Math.max(radius, SEARCH), input));
                }
            }
            table.setFlag(columns.failed, row, !found);
        }
    }

    private static boolean read(
            Stamp stamp, Ellipse ellipse, double limit, MeasurementInput input, int row) {
        boolean any = stamp.read(
                ellipse.x(),
                ellipse.y(),
                limit * ellipse.halfWidth(),
                limit * ellipse.halfHeight());
        if (any) {
            stamp.blankOthers(input.detections(), row + 1);
        }
        return any;
    }

    private double radius(Stamp stamp, Ellipse ellipse, EllipseSum sum) {
        sum.sum(stamp, ellipse, SEARCH, false);
        boolean positive = sum.moment() > 0 && sum.flux() > 0;
        // In noise the mean distance has no limit of its own, where the flux is next to nothing.
        return positive ? Math.max(factor * sum.moment() / sum.flux(), minRadius) : minRadius;
    }

    private static boolean crowded(EllipseSum sum) {
        return sum.replaced() > CROWDED * sum.area();
    }

    private static boolean inside(Ellipse ellipse, double radius, MeasurementInput input) {
        double reachX = radius * ellipse.halfWidth();
        double reachY = radius * ellipse.halfHeight();
        return ellipse.x() - reachX >= 0
                && ellipse.y() - reachY >= 0
                && ellipse.x() + reachX <= input.image().width() - 1
                && ellipse.y() + reachY <= input.image().height() - 1;
    }

    private static void set(
            Catalog.Builder table,
            int row,
            Columns columns,
            EllipseSum sum,
            double radius,
            Noise noise) {
        table.set(columns.flux, row, sum.flux());
        table.set(columns.error, row, noise.ofSum(sum.area(), sum.flux()));
        table.set(columns.radius, row, radius);
    }
}
