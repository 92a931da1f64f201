package org.dovetail.tables.stil;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dovetail.catalog.Catalog;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import uk.ac.starlink.ecsv.EcsvTableBuilder;
import uk.ac.starlink.ecsv.EcsvTableWriter;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableWriter;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.TableBuilder;
import uk.ac.starlink.util.FileDataSource;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableBuilder;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** Reads and writes catalogues with STIL. */
public final class StilTables {

    // Held here: a logger that nobody holds forgets its level. STIL tells of its memory at INFO.
    private static final Logger STIL_LOG = Logger.getLogger("uk.ac.starlink");

    static {
        STIL_LOG.setLevel(Level.WARNING);
    }

    private StilTables() {}

    /** Writes a catalogue as ECSV. */
    public static void writeEcsv(Catalog catalog, Map<String, String> entries, Path file) {
        write(EcsvTableWriter.COMMA_WRITER, catalog, entries, file);
    }

    /** Writes a catalogue as VOTable, its rows as XML, without the time of writing. */
    public static void writeVoTable(Catalog catalog, Map<String, String> entries, Path file) {
        VOTableWriter writer = new VOTableWriter(DataFormat.TABLEDATA, true, VOTableVersion.V14);
        writer.setWriteDate(false);
        write(writer, catalog, entries, file);
    }

    /** Reads an ECSV file. */
    public static Catalog readEcsv(Path file) {
        return read(new EcsvTableBuilder(), file, "ECSV");
    }

    /** Reads the first table of a VOTable file. */
    public static Catalog readVoTable(Path file) {
        return read(new VOTableBuilder(), file, "VOTable");
    }

    private static void write(
            StarTableWriter writer, Catalog catalog, Map<String, String> entries, Path file) {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            writer.writeStarTable(new CatalogTable(catalog, entries), bytes);
        } catch (IOException e) {
            throw new TaskException(
                    ErrorCode.UNWRITABLE_OUTPUT, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static Catalog read(TableBuilder builder, Path file, String what) {
        try {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            StarTable table = builder.makeStarTable(
                    new FileDataSource(file.toFile()), false, StoragePolicy.PREFER_MEMORY);
            return StarTableReader.read(table);
        } catch (NoSuchFileException e) {
            throw new TaskException(ErrorCode.UNREADABLE_INPUT, "no such file: " + file, e);
        } catch (IOException | RuntimeException e) { // STIL tells broken tables in either way
            throw new TaskException(
                    ErrorCode.UNREADABLE_INPUT,
                    file + " cannot be read as " + what + ": " + e.getMessage(),
                    e);
        }
    }
}
