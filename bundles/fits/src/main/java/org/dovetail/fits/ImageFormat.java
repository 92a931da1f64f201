package org.dovetail.fits;

import java.nio.file.Path;
import org.dovetail.data.FileFormat;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.fits.hdu.FitsOutput;
import org.dovetail.image.Image;
import org.osgi.service.component.annotations.Component;

/** Planes of pixel values, such as background maps, as FITS: one image of 32-bit numbers. */
@Component(service = StorageFormat.class)
public final class ImageFormat extends FileFormat<Image> {

    public ImageFormat() {
        super(Image.class, FileNames.READ, FileNames.WRITTEN);
    }

    @Override
    public Image read(Path file, ReadContext context) {
        return PlanesFile.read(file).image().science();
    }

    @Override
    public void write(Image image, Path file, Provenance provenance) {
        try (FitsOutput output = FitsOutput.create(file)) {
            Planes.writeFloats(output, image, ProvenanceCards.of(provenance));
        }
    }
}
