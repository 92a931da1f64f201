package org.dovetail.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

    private static final List<StorageFormat<Catalog>> FORMATS =
            List.of(new EcsvFormat(), new VoTableFormat(), new ParquetFormat(), new RegionFormat());

    @TempDir
    Path folder;

    @Test
    void ecsvComesBack() {
        assertComesBack(new EcsvFormat(), 100);
        assertComesBack(new EcsvFormat(), 0);
    }

    @Test
    void voTableComesBack() {
        assertComesBack(new VoTableFormat(), 100);
        assertComesBack(new VoTableFormat(), 0);
    }

    private void assertComesBack(StorageFormat<Catalog> format, int rows) {
        Catalog catalog = Samples.catalog(rows);
        assertEquals(catalog, format.read(write(format, catalog, "one"), ReadContext.NONE));
    }

    @Test
    void textsTellWhatMadeThem() throws IOException {
        for (StorageFormat<Catalog> format : FORMATS) {
            Path file = write(format, Samples.catalog(3), "one");
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertTrue(text.contains("dovetail.slot.process-ccd.background"), file::toString);
            assertTrue(text.contains("mesh@1.2.0"), file::toString);
        }
    }

    @Test
    void equalCatalogsGiveEqualBytes() throws IOException {
        for (StorageFormat<Catalog> format : FORMATS) {
            Path one = write(format, Samples.catalog(50), "one");
            Path two = write(format, Samples.catalog(50), "two");
            assertEquals(-1, Files.mismatch(one, two));
        }
    }

    @Test
    void fileThatIsThereIsNotReplaced() {
        for (StorageFormat<Catalog> format : FORMATS) {
            write(format, Samples.catalog(1), "one");
            Path file = folder.resolve("one." + format.endings().get(0));
            TaskException e = assertThrows(
                    TaskException.class,
                    () -> format.write(Samples.catalog(1), file, Provenance.NONE));
            assertEquals(ErrorCode.UNWRITABLE_OUTPUT, e.code());
        }
    }

    @Test
    void brokenTablesAreUnreadable() throws IOException {
        Path file = Files.writeString(folder.resolve("broken"), "nonsense\n");
        Path missing = folder.resolve("missing");
        for (StorageFormat<Catalog> format : FORMATS) {
            for (Path path : List.of(file, missing)) {
                TaskException e = assertThrows(
                        TaskException.class, () -> format.read(path, ReadContext.NONE));
                assertEquals(ErrorCode.UNREADABLE_INPUT, e.code());
                assertTrue(e.getMessage().contains(path.getFileName().toString()));
            }
        }
    }

    @Test
    void ecsvOfAnotherProgramIsRead() throws IOException { // as astropy 5.2.1 writes it
        Path file = Files.writeString(folder.resolve("astropy.ecsv"), """
                # %ECSV 1.0
                # ---
                # datatype:
                # - {name: NUMBER, datatype: int64}
                # - {name: RA-2000, unit: deg, datatype: float64, description: right ascension}
                # - {name: note, datatype: string}
                # - {name: good, datatype: bool}
                # schema: astropy-2.0
                NUMBER RA-2000 note good
                1 10.5 "a b" True
                2 "" c False
                """);
        Catalog catalog = new EcsvFormat().read(file, ReadContext.NONE);
        assertEquals(
                List.of("number", "ra_2000", "good"),
                catalog.schema().columns().stream().map(column -> column.name()).toList());
        assertEquals(10.5, catalog.numbers("ra_2000")[0]);
        assertTrue(Double.isNaN(catalog.numbers("ra_2000")[1]));
        assertEquals("deg", catalog.schema().key("ra_2000").column().unit());
        assertFalse(catalog.flags("good")[1]);
    }

    @Test
    void regionsAreEllipsesInPixelsFromOne() throws IOException {
        Schema.Builder schema = new Schema.Builder();
        Key[] keys = {
            schema.add("x", Type.DOUBLE, "pixel", "", ""),
            schema.add("y", Type.DOUBLE, "pixel", "", ""),
            schema.add("a", Type.DOUBLE, "pixel", "", ""),
            schema.add("b", Type.DOUBLE, "pixel", "", ""),
            schema.add("position_angle", Type.DOUBLE, "deg", "", ""),
            schema.add("kron_radius", Type.DOUBLE, "", "", "")
        };
        double[][] rows = {{0, 9.5, 4, 2, 30, 2.5}, {Double.NaN, 1, 1, 1, 1, 1}};
        Catalog.Builder table = new Catalog.Builder(schema.build(), rows.length);
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < keys.length; i++) {
                table.set(keys[i], row, rows[row][i]);
            }
        }
        Path file = folder.resolve("one.reg");
        new RegionFormat().write(table.build(), file, Provenance.NONE);
        assertEquals(
                List.of(
                        "# Region file format: DS9 version 4.1",
                        "image",
                        "ellipse(1.000,10.500,10.000,5.000,30.00)"),
                Files.readAllLines(file));
    }

    private Path write(StorageFormat<Catalog> format, Catalog catalog, String name) {
        Path file = folder.resolve(name + "." + format.endings().get(0));
        try {
            Files.deleteIfExists(file);
            format.write(catalog, file, Samples.PROVENANCE);
            if (System.getProperty("dovetail.keep") != null && catalog.rows() > 1) {
                Path kept = Path.of(System.getProperty("dovetail.keep"));
                Path copy = kept.resolve(catalog.rows() + "-" + file.getFileName());
                Files.deleteIfExists(copy);
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
