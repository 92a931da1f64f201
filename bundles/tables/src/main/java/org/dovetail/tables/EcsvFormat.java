package org.dovetail.tables;

import java.nio.file.Path;
import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.data.FileFormat;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.tables.stil.StilTables;
import org.osgi.service.component.annotations.Component;

/** Catalogues as ECSV, with units, UCDs, descriptions and what made them. */
@Component(service = StorageFormat.class)
public final class EcsvFormat extends FileFormat<Catalog> {

    public EcsvFormat() {
        super(Catalog.class, List.of("ecsv"));
    }

    @Override
    public Catalog read(Path file, ReadContext context) {
        return StilTables.readEcsv(file);
    }

    @Override
    public void write(Catalog catalog, Path file, Provenance provenance) {
        StilTables.writeEcsv(catalog, ProvenanceEntries.of(provenance), file);
    }
}
