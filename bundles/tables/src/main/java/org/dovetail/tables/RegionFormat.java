package org.dovetail.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.data.FileFormat;
import org.dovetail.data.Provenance;
import org.dovetail.data.StorageFormat;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.service.component.annotations.Component;

/**
 * Catalogues as regions for ds9: an ellipse in image coordinates for each source with a place.
 *
 * <p>Semi-axes are {@code a} and {@code b} times {@code kron_radius} where the catalogue has it, or
 * else times 3; without {@code a} and {@code b} a source is a circle of 5 pixels.
 */
@Component(service = StorageFormat.class)
public final class RegionFormat extends FileFormat<Catalog> {

    private static final double WITHOUT_SHAPE = 5; // pixel
    private static final double WITHOUT_KRON = 3;

    public RegionFormat() {
        super(Catalog.class, List.of(), List.of("reg"));
    }

    @Override
    public void write(Catalog catalog, Path file, Provenance provenance) {
        try (Writer writer = Files.newBufferedWriter(
                file,
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            writer.write("# Region file format: DS9 version 4.1\n");
            ProvenanceEntries.of(provenance)
                    .forEach((name, text) ->
                            line(writer, "# " + (name + ": " + text).replaceAll("[^ -~]", "?")));
            writer.write("image\n");
            Shapes shapes = new Shapes(catalog);
            for (int row = 0; row < catalog.rows(); row++) {
                shapes.region(row).ifPresent(region -> line(writer, region));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new TaskException(
                    ErrorCode.UNWRITABLE_OUTPUT, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void line(Writer writer, String line) {
        try {
            writer.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns that tell where a source is and what shape it has. */
    private static final class Shapes {

        private final Catalog catalog;
        private final Optional<Key> x;
        private final Optional<Key> y;
        private final Optional<Key> a;
        private final Optional<Key> b;
        private final Optional<Key> angle;
        private final Optional<Key> kron;
        private final Optional<Key> id;

        Shapes(Catalog catalog) {
            this.catalog = catalog;
            x = catalog.schema().find("x");
            y = catalog.schema().find("y");
            a = catalog.schema().find("a");
            b = catalog.schema().find("b");
            angle = catalog.schema().find("position_angle");
            kron = catalog.schema().find("kron_radius");
            id = catalog.schema().find("id");
        }

        Optional<String> region(int row) {
            double column = value(x, row, Double.NaN);
            double line = value(y, row, Double.NaN);
            if (!Double.isFinite(column) || !Double.isFinite(line)) {
                return Optional.empty();
            }
            double radius = value(kron, row, WITHOUT_KRON);
            double scale = radius > 0 ? radius : WITHOUT_KRON;
            double semiMajor = value(a, row, WITHOUT_SHAPE / scale) * scale;
            double semiMinor = value(b, row, WITHOUT_SHAPE / scale) * scale;
            String text =
                    id.map(key -> " # text={" + catalog.whole(key, row) + "}").orElse("");
            // ds9 counts pixels from 1, and angles from the x axis, as we do
            return Optional.of(
                    "ellipse(" + Fixed.text(column + 1, 3) + "," + Fixed.text(line + 1, 3)
                            + "," + Fixed.text(semiMajor, 3) + "," + Fixed.text(semiMinor, 3) + ","
                            + Fixed.text(value(angle, row, 0), 2) + ")" + text);
        }

        private double value(Optional<Key> key, int row, double otherwise) {
            double value = key.isPresent() ? catalog.number(key.get(), row) : otherwise;
            return Double.isFinite(value) ? value : otherwise;
        }
    }
}
