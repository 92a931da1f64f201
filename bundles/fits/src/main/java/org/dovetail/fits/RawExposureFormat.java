package org.dovetail.fits;

import java.nio.file.Path;
import java.util.List;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.image.RawExposure;
import org.osgi.service.component.annotations.Component;

/** Raw frames as FITS: plain, gzipped or tile-compressed; one amplifier or several. */
@Component
public final class RawExposureFormat implements StorageFormat<RawExposure> {

    @Override
    public Class<RawExposure> type() {
        return RawExposure.class;
    }

    @Override
    public List<String> endings() {
        return FileNames.READ;
    }

    @Override
    public List<String> writtenEndings() {
        return FileNames.WRITTEN;
    }

    @Override
    public boolean reads() {
        return true;
    }

    @Override
    public boolean writes() {
        return true;
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
