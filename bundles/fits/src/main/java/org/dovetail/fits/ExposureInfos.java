package org.dovetail.fits;

import java.util.Optional;
import org.dovetail.fits.camera.Keywords;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.image.ExposureInfo;

/**
 * Reads what a header tells of an exposure. A time that is missing counts as zero; the dark time, if
 * missing, as the exposure time.
 */
final class ExposureInfos {

    private ExposureInfos() {}

    static ExposureInfo of(String name, Keywords keywords, Cards... headers) {
        Optional<Double> time = seconds(keywords, Keywords.EXPOSURE_TIME, headers);
        Optional<Double> dark = seconds(keywords, Keywords.DARK_TIME, headers);
        return new ExposureInfo(
                name,
                time.orElse(0.0),
                dark.or(() -> time).orElse(0.0),
                keywords.text(Keywords.FILTER, headers),
                keywords.text(Keywords.DATE, headers),
                keywords.text(Keywords.OBJECT, headers));
    }

    private static Optional<Double> seconds(Keywords keywords, String fact, Cards... headers) {
        return keywords.number(fact, headers).filter(value -> value >= 0);
    }
}
