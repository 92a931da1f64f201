package org.dovetail.fits;

import java.nio.file.Path;
import java.util.Optional;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.fits.hdu.ImageInput;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * What a file of one image holds: our own with {@code SCI}, {@code MASK} and {@code VAR}, one of the
 * LSST pipelines ({@code IMAGE}, {@code MASK}, {@code VARIANCE}), or a single image of any program.
 *
 * @param primary the primary header
 * @param header the header of the science plane
 * @param image the planes
 */
record PlanesFile(Cards primary, Cards header, MaskedImage image) {

    static PlanesFile read(Path file) {
        try (ImageInput input = ImageInput.open(file)) {
            Cards science = null;
            Image pixels = null;
            Optional<Mask> mask = Optional.empty();
            Optional<Image> variance = Optional.empty();
            for (Optional<Cards> next = input.next(); next.isPresent(); next = input.next()) {
                Cards header = next.get();
                String name = header.text("EXTNAME").orElse("");
                if (name.equals("MASK")) {
                    mask = Optional.of(Planes.readMask(input, header));
                } else if (name.equals("VAR") || name.equals("VARIANCE")) {
                    variance = Optional.of(input.image());
                } else if (science == null) {
                    science = header;
                    pixels = input.image();
                } else {
                    throw new TaskException(
                            ErrorCode.UNREADABLE_INPUT,
                            file + " holds several images; a calibrated image is one, with MASK"
                                    + " and VAR beside it at most; is it a raw frame?");
                }
            }
            if (science == null || pixels == null) {
                throw new TaskException(ErrorCode.UNREADABLE_INPUT, file + " holds no image");
            }
            return new PlanesFile(input.primary(), science, Planes.join(pixels, mask, variance));
        }
    }

    /** Returns the science plane's cards, then the primary ones. */
    Cards cards() {
        return header.and(primary);
    }
}
