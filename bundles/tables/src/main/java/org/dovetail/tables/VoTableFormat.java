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

/** Catalogues as VOTable, with units, UCDs, descriptions and what made them. */
@Component(service = StorageFormat.class)
public final class VoTableFormat extends FileFormat<Catalog> {

    public VoTableFormat() {
        super(Catalog.class, List.of("vot", "votable", "xml"));
    }

    @Override
    public Catalog read(Path file, ReadContext context) {
        return StilTables.readVoTable(file);
    }

    @Override
    public void write(Catalog catalog, Path file, Provenance provenance) {
        StilTables.writeVoTable(catalog, ProvenanceEntries.of(provenance), file);
    }
}
