package org.dovetail.fits;

import java.util.Locale;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.image.PixelUnit;

/** Reads {@code BUNIT} in the spellings that programs use. */
final class Units {

    private Units() {}

    /** Returns the unit; another one where there is no card or the unit is not one of ours. */
    static PixelUnit of(Cards header, PixelUnit otherwise) {
        return switch (header.text("BUNIT").orElse("").toLowerCase(Locale.ROOT)) {
            case "adu", "count", "counts", "ct", "dn" -> PixelUnit.ADU;
            case "electron", "electrons", "e-", "e", "photoelectron" -> PixelUnit.ELECTRON;
            case "electron/s", "electrons/s", "e-/s", "e/s", "electron s-1", "electron.s-1" ->
                PixelUnit.ELECTRON_PER_SECOND;
            default -> otherwise;
        };
    }
}
