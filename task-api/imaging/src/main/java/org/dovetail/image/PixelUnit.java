package org.dovetail.image;

/**
 * The units that pixel values come in.
 *
 * @since 1.0
 */
public enum PixelUnit {
    /** Counts of the analogue-to-digital converter. */
    ADU("adu"),
    /** Electrons in the pixel. */
    ELECTRON("electron"),
    /** Electrons in the pixel a second. */
    ELECTRON_PER_SECOND("electron/s"),
    /** A pure number, such as the response in a flat field. */
    NONE("");

    private final String fits;

    PixelUnit(String fits) {
        this.fits = fits;
    }

    /** Returns the unit as FITS writes it in BUNIT. */
    public String fits() {
        return fits;
    }
}
