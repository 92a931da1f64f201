package org.dovetail.fits.camera;

import org.dovetail.fits.hdu.Cards;
import org.dovetail.image.Box;

/**
 * An image of a raw file, without its pixels.
 *
 * @param index the number of its HDU
 * @param header its header
 * @param width the number of columns
 * @param height the number of rows
 */
public record ImageHdu(int index, Cards header, int width, int height) {

    Box box() {
        return new Box(0, 0, width, height);
    }

    boolean isCalled(String extension) {
        return extension.equals(Integer.toString(index))
                || header.text("EXTNAME").filter(extension::equalsIgnoreCase).isPresent();
    }
}
