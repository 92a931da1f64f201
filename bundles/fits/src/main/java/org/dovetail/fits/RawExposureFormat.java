package org.dovetail.fits;

import java.nio.file.Path;
import org.dovetail.data.FileFormat;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.image.RawExposure;
import org.osgi.service.component.annotations.Component;

/** Raw frames as FITS: plain, gzipped or tile-compressed; one amplifier or several. */
@Component(service = StorageFormat.class)
public final class RawExposureFormat extends FileFormat<RawExposure> {

    public RawExposureFormat() {
        super(RawExposure.class, FileNames.READ, FileNames.WRITTEN);
    }

    @Override
    public RawExposure read(Path file, ReadContext context) {
        return new RawExposureReader(file, context.camera()).read();
    }

    /** Writes a plain file, whatever its ending. */
    @Override
    public void write(RawExposure dataset, Path file, Provenance provenance) {
        new RawExposureWriter(dataset).write(file, provenance);
    }
}
