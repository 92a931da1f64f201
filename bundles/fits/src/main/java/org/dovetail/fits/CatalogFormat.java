package org.dovetail.fits;

import java.nio.file.Path;
import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.data.FileFormat;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.fits.hdu.FitsOutput;
import org.dovetail.fits.table.TableReader;
import org.dovetail.fits.table.TableWriter;
import org.osgi.service.component.annotations.Component;

/** Catalogues as FITS binary tables, with what made them in the primary header. */
@Component(service = StorageFormat.class)
public final class CatalogFormat extends FileFormat<Catalog> {

    public CatalogFormat() {
        super(
                Catalog.class,
                List.of("fits", "fits.gz", "fit", "fts", "cat", "ldac"),
                FileNames.WRITTEN);
    }

    @Override
    public Catalog read(Path file, ReadContext context) {
        return TableReader.read(file);
    }

    @Override
    public void write(Catalog catalog, Path file, Provenance provenance) {
        try (FitsOutput output = FitsOutput.create(file)) {
            output.empty(ProvenanceCards.of(provenance));
            new TableWriter(catalog).write(output);
        }
    }
}
