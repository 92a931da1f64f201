package org.dovetail.fits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.fits.camera.Camera;
import org.dovetail.fits.camera.CameraFile;
import org.dovetail.fits.camera.CameraGeometry;
import org.dovetail.fits.camera.ImageHdu;
import org.dovetail.fits.camera.ReadOut;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.fits.hdu.ImageInput;
import org.dovetail.fits.wcs.PixelMap;
import org.dovetail.fits.wcs.WcsCards;
import org.dovetail.image.Image;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Reads one raw frame: all images of the file, cut into the parts that the amplifiers read.
 *
 * <p>Sky coordinates come from the header of the first amplifier's image, moved and turned round
 * with its pixels. If they stand in a primary header without pixels, they are taken as those of the
 * assembled detector. Coordinates in a projection that cannot be computed with are kept as cards.
 */
final class RawExposureReader {

    private final Path file;
    private final Camera camera;
    private final List<ImageHdu> images = new ArrayList<>();
    private final List<Image> pixels = new ArrayList<>();
    private Cards primary = Cards.NONE;

    RawExposureReader(Path file, Optional<Path> cameraFile) {
        this.file = file;
        camera = cameraFile.map(CameraFile::read).orElse(Camera.NONE);
    }

    RawExposure read() {
        readImages();
        refuseCalibrated();
        CameraGeometry geometry = CameraGeometry.of(file.toString(), camera, primary, images);
        List<RawAmplifier> amplifiers =
                geometry.readOuts().stream().map(this::cut).toList();
        Cards header = images.size() == 1 ? images.get(0).header().and(primary) : primary;
        Optional<WcsCards> wcs = wcs(geometry.readOuts().get(0));
        return new RawExposure(
                geometry.detector(),
                amplifiers,
                ExposureInfos.of(
                        FileNames.stem(file), camera.keywords(), images.get(0).header(), primary),
                KeptCards.with(KeptCards.of(header), wcs),
                wcs.flatMap(WcsCards::wcs));
    }

    private void readImages() {
        try (ImageInput input = ImageInput.open(file)) {
            for (Optional<Cards> header = input.next(); header.isPresent(); header = input.next()) {
                images.add(
                        new ImageHdu(input.index(), header.get(), input.width(), input.height()));
                pixels.add(input.image());
            }
            primary = input.primary();
        }
        if (images.isEmpty()) {
            throw new TaskException(ErrorCode.UNREADABLE_INPUT, file + " holds no image");
        }
    }

    /**
     * Refuses what a reduction gave: else it would be asked for the sections of a mask. A camera file
     * that says which images are amplifiers' is believed.
     */
    private void refuseCalibrated() {
        if (!camera.amplifiers().isEmpty()) {
            return;
        }
        List<String> planes = images.stream()
                .flatMap(image -> image.header().text("EXTNAME").stream())
                .filter(Planes.BESIDE::contains)
                .toList();
        if (!planes.isEmpty()) {
            throw new TaskException(
                    ErrorCode.UNREADABLE_INPUT,
                    file + " is no raw frame: it has the "
                            + (planes.size() == 1 ? "extension " : "extensions ")
                            + String.join(" and ", planes)
                            + "; is it calibrated already? Give the frame as the camera wrote it");
        }
    }

    private RawAmplifier cut(ReadOut readOut) {
        Image image = pixels.get(readOut.image());
        return new RawAmplifier(
                readOut.amplifier(),
                image.crop(readOut.data()),
                readOut.serialOverscan().map(image::crop),
                readOut.parallelOverscan().map(image::crop));
    }

    private Optional<WcsCards> wcs(ReadOut first) {
        return WcsCards.find(images.get(first.image()).header(), first.map())
                .or(() -> WcsCards.find(primary, PixelMap.IDENTITY));
    }
}
