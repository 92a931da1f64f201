package org.dovetail.fits.camera;

import java.util.Optional;
import org.dovetail.fits.wcs.PixelMap;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;

/**
 * Where to find the pixels of an amplifier.
 *
 * @param amplifier the amplifier
 * @param image the number of the image in the file, from 0
 * @param data the exposed pixels in that image
 * @param serialOverscan the columns read beside them
 * @param parallelOverscan the rows read beyond them
 */
public record ReadOut(
        Amplifier amplifier,
        int image,
        Box data,
        Optional<Box> serialOverscan,
        Optional<Box> parallelOverscan) {

    /** Returns where the pixels of the image lie on the assembled detector. */
    public PixelMap map() {
        Box box = amplifier.detectorBox();
        boolean flipX = amplifier.flipX();
        boolean flipY = amplifier.flipY();
        return new PixelMap(
                flipX ? -1 : 1,
                flipX ? box.endX() - 1 + data.x() : box.x() - data.x(),
                flipY ? -1 : 1,
                flipY ? box.endY() - 1 + data.y() : box.y() - data.y());
    }
}
