package org.dovetail.tables;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.data.FileFormat;
import org.dovetail.data.Provenance;
import org.dovetail.data.StorageFormat;
import org.dovetail.tables.parquet.ParquetWriter;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.service.component.annotations.Component;

/** Catalogues as Parquet; written, not read. */
@Component(service = StorageFormat.class)
public final class ParquetFormat extends FileFormat<Catalog> {

    private static final int ROWS_PER_GROUP = 1 << 20;

    public ParquetFormat() {
        super(Catalog.class, List.of(), List.of("parquet", "parq"));
    }

    @Override
    public void write(Catalog catalog, Path file, Provenance provenance) {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            new ParquetWriter(catalog, ProvenanceEntries.of(provenance), ROWS_PER_GROUP)
                    .write(bytes);
        } catch (IOException e) {
            throw new TaskException(
                    ErrorCode.UNWRITABLE_OUTPUT, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
