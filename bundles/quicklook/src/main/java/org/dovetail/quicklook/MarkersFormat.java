package org.dovetail.quicklook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.dovetail.data.FileFormat;
import org.dovetail.data.Provenance;
import org.dovetail.data.Provenance.SlotProvenance;
import org.dovetail.data.StorageFormat;
import org.dovetail.image.Markers;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.service.component.annotations.Component;

/** Quick looks as PNG; written, not read. */
@Component(service = StorageFormat.class)
public final class MarkersFormat extends FileFormat<Markers> {

    public MarkersFormat() {
        super(Markers.class, List.of(), List.of("png"));
    }

    @Override
    public void write(Markers markers, Path file, Provenance provenance) {
        Picture picture = Picture.of(markers.image());
        markers.ellipses().forEach(picture::draw);
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            PngOutput png = new PngOutput(bytes);
            png.begin(picture.width(), picture.height());
            png.text("Software", "Dovetail");
            if (!provenance.equals(Provenance.NONE)) {
                png.text("Source", provenance.task() + ", run " + provenance.run());
                for (SlotProvenance slot : provenance.slots()) {
                    png.text("Comment", slot.path() + ": " + slot.algorithm());
                }
            }
            png.end(picture);
        } catch (IOException e) {
            throw new TaskException(
                    ErrorCode.UNWRITABLE_OUTPUT, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
