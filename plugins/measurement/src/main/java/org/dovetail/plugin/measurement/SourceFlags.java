package org.dovetail.plugin.measurement;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
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
 * Flags what makes the measurements of a source doubtful.
 *
 * <p><b>Method.</b> Collects the marks of the pixels of the footprint and the flags of the fluxes
 * before. {@code flags} is a sum of bits: 1 where neighbors or bad pixels cover more than a tenth of
 * the footprint or the Kron ellipse, 4 where a pixel is saturated, 8 where the footprint touches the
 * edge of the image or pixels without data, 16 where part of an aperture or of the Kron ellipse is
 * outside of the image, or an aperture has a masked pixel.
 *
 * <p><b>Limits.</b> Bits 1 and 16 need the measurements {@code auto} and {@code aperture} before
 * this one; without them, bit 1 sees the footprint only and bit 16 is never set.
 *
 * <p><b>Cost.</b> O(n) time for n pixels of sources.
 *
 * <p><b>Reference.</b> The manual of SExtractor (FLAGS): bits 1, 4, 8 and 16 mean the same, where
 * SAT marks what is above SATUR_LEVEL. Bit 2 (deblended) is left for deblending; 32, 64 and 128 tell
 * of memory that SExtractor ran out of.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Reads({"plane SAT", "plane BAD", "plane CR", "plane EDGE", "plane ${badPlanes}"})
@TaskType("flags")
@ServiceDescription("Flags of SExtractor, and of the mask planes within the footprint")
public final class SourceFlags implements MeasurementPlugin {

    private static final int AFFECTED = 1;
    private static final int SATURATED = 4;
    private static final int TRUNCATED = 8;
    private static final int INCOMPLETE = 16;

    private final double maxBadFraction;
    private final String[] badPlanes;

    /** Settings of the {@code flags} measurement. */
    public @interface Config {
        @Setting(value = "Part of the footprint that may be bad", min = 0, max = 1)
        double maxBadFraction() default 0.1;

        @Setting("Mask planes whose pixels are bad")
        String[] badPlanes() default {"BAD", "CR", "NO_DATA"};
    }

    /** Creates a measurement. */
    @Activate
    public SourceFlags(Config config) {
        maxBadFraction = config.maxBadFraction();
        badPlanes = config.badPlanes();
    }

    @Override
    public Measurer prepare(Schema.Builder schema) {
        List<Key> incomplete = schema.build().columns().stream()
                .map(Column::name)
                .filter(name -> name.startsWith("flag_aper_") || name.equals("flag_auto_edge"))
                .map(schema::require)
                .toList();
        List<Key> crowded = schema.find("flag_auto_crowded").stream().toList();
        Columns columns = new Columns(
                incomplete,
                crowded,
                schema.add(
                        "flags",
                        Type.INT,
                        "",
                        "meta.code.qual",
                        "Bits: 1 affected by neighbors, 4 saturated, 8 truncated, 16 incomplete"),
                flag(schema, "saturated", "A pixel of the footprint is saturated"),
                flag(schema, "edge", "The footprint touches the edge, or pixels without data"),
                flag(schema, "bad", "A pixel of the footprint is defective"),
                flag(schema, "interpolated", "A pixel of the footprint was filled in"),
                flag(schema, "cosmic_ray", "A pixel of the footprint was hit by a cosmic ray"));
        return (input, table) -> measure(input, table, columns);
    }

    private static Key flag(Schema.Builder schema, String name, String doc) {
        return schema.add("flag_" + name, Type.BOOLEAN, "", "meta.code.qual", doc);
    }

    private record Columns(
            List<Key> incomplete,
            List<Key> crowded,
            Key flags,
            Key saturated,
            Key edge,
            Key bad,
            Key interpolated,
            Key cosmicRay) {}

    private void measure(MeasurementInput input, Catalog.Builder table, Columns columns) {
        Mask mask = input.image().mask();
        int sat = UsableImage.known(mask, MaskPlanes.SAT);
        int bad = UsableImage.known(mask, MaskPlanes.BAD);
        int interpolated = UsableImage.known(mask, MaskPlanes.INTRP);
        int cosmicRay = UsableImage.known(mask, MaskPlanes.CR);
        FootprintMarks marks = new FootprintMarks(mask, UsableImage.known(mask, badPlanes));
        List<Footprint> footprints = input.detections().footprints();
        for (int row = 0; row < footprints.size(); row++) {
            Interruption.check("setting flags");
            Footprint footprint = footprints.get(row);
            marks.read(footprint);
            boolean saturated = (marks.marks() & sat) != 0;
            boolean edge = marks.atEdge();
            table.setFlag(columns.saturated, row, saturated);
            table.setFlag(columns.edge, row, edge);
            table.setFlag(columns.bad, row, (marks.marks() & bad) != 0);
            table.setFlag(columns.interpolated, row, (marks.marks() & interpolated) != 0);
            table.setFlag(columns.cosmicRay, row, (marks.marks() & cosmicRay) != 0);
            boolean affected = marks.bad() > maxBadFraction * footprint.area()
                    || any(table, columns.crowded, row);
            int bits = (affected ? AFFECTED : 0)
                    | (saturated ? SATURATED : 0)
                    | (edge ? TRUNCATED : 0)
                    | (any(table, columns.incomplete, row) ? INCOMPLETE : 0);
            table.setWhole(columns.flags, row, bits);
        }
    }

    private static boolean any(Catalog.Builder table, List<Key> flags, int row) {
        for (Key flag : flags) {
            if (table.flag(flag, row)) {
                return true;
            }
        }
        return false;
    }
}
