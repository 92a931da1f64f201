package org.dovetail.plugin.measurement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.role.measurement.Measurer;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Interruption;
import org.dovetail.task.Reads;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskException;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Sums the light of circles around the sources.
 *
 * <p><b>Method.</b> The sum of {@code overlap * value} over the pixels that a circle around (x, y)
 * touches; the overlap of circle and pixel is exact. The variance is {@code area * scatter^2 +
 * flux / gain}, without the last term where the flux is negative. Pixels that must not be used, or
 * lie outside of the image, are left out of flux and area, and the flag is set.
 *
 * <p><b>Limits.</b> Light outside of the circle is missing and that of neighbors inside is counted;
 * pixels left out are not made up for.
 *
 * <p><b>Cost.</b> O(n r^2) time for n sources, O(r^2) memory.
 *
 * <p><b>Reference.</b> Stetson (1987), PASP 99, 191, doi:10.1086/131977, for photometry in circles
 * with partial pixels. Written from plane geometry; agrees with sep 1.2 (subpix = 0) to 4e-13 of the
 * flux. Differs from SExtractor 2.25 (FLUX_APER), which cuts pixels of the rim into 5 x 5
 * and replaces those of neighbors (MASK_TYPE CORRECT): by some 1e-3 of the flux at a radius of 3.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Reads("plane ${ignoredPlanes}")
@TaskType("aperture")
@ServiceDescription("Sums of the pixels of circles, by exact overlap")
public final class ApertureFlux implements MeasurementPlugin {

    private final double[] radii;
    private final String[] ignoredPlanes;

    /** Settings of the {@code aperture} measurement. */
    public @interface Config {
        @Setting(value = "Radii of the circles; each has its columns", unit = "pixel", min = 0)
        double[] radii() default {3, 5, 8};

        @Setting("Mask planes whose pixels are left out, unless they were filled in")
        String[] ignoredPlanes() default {"BAD", "CR", "NO_DATA"};
    }

    /** Creates a measurement. */
    @Activate
    public ApertureFlux(Config config) {
        radii = config.radii();
        ignoredPlanes = config.ignoredPlanes();
        boolean positive =
                Arrays.stream(radii).allMatch(r -> r > 0 && r < Double.POSITIVE_INFINITY);
        if (radii.length == 0 || !positive) {
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "radii must be one or more, all > 0 pixels, were " + Arrays.toString(radii));
        }
    }

    @Override
    public Measurer prepare(Schema.Builder schema) {
        Key x = schema.require("x");
        Key y = schema.require("y");
        List<Circle> circles = new ArrayList<>();
        for (double radius : radii) {
            circles.add(circle(schema, radius));
        }
        return (input, table) -> measure(input, table, x, y, circles);
    }

    private record Circle(double radius, Key flux, Key error, Key incomplete) {}

    private static Circle circle(Schema.Builder schema, double radius) {
        String number =
                new BigDecimal(Double.toString(radius)).stripTrailingZeros().toPlainString();
        String name = number.replace('.', '_');
        return new Circle(
                radius,
                schema.add(
                        "flux_aper_" + name,
                        Type.DOUBLE,
                        "electron",
                        "phot.flux",
                        "Light above the background within " + number + " pixels"),
                schema.add(
                        "flux_aper_" + name + "_err",
                        Type.DOUBLE,
                        "electron",
                        "stat.error;phot.flux",
                        "Standard deviation of flux_aper_" + name),
                schema.add(
                        "flag_aper_" + name,
                        Type.BOOLEAN,
                        "",
                        "meta.code.error",
                        "Some of the circle is masked or outside of the image"));
    }

    private void measure(
            MeasurementInput input, Catalog.Builder table, Key x, Key y, List<Circle> circles) {
        Noise noise = Noise.of(input);
        Stamp stamp = new Stamp(new UsableImage(input.image(), ignoredPlanes));
        CircleSum sum = new CircleSum();
        double largest = Arrays.stream(radii).max().orElseThrow();
        for (int row = 0; row < table.rows(); row++) {
            Interruption.check("measuring aperture fluxes");
            double centerX = table.number(x, row);
            double centerY = table.number(y, row);
            boolean inside = stamp.read(centerX, centerY, largest, largest);
            for (Circle circle : circles) {
                table.setFlag(circle.incomplete, row, true);
                if (inside) {
                    sum.sum(stamp, centerX, centerY, circle.radius);
                    set(table, row, circle, sum, noise);
                }
            }
        }
    }

    private static void set(
            Catalog.Builder table, int row, Circle circle, CircleSum sum, Noise noise) {
        if (sum.area() > 0) {
            table.set(circle.flux, row, sum.flux());
            table.set(circle.error, row, noise.ofSum(sum.area(), sum.flux()));
            table.setFlag(circle.incomplete, row, !sum.complete());
        }
    }
}
