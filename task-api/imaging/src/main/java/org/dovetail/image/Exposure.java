package org.dovetail.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dovetail.data.ContentDigest;
import org.dovetail.data.Digestible;
import org.dovetail.data.Parted;

/**
 * A calibrated image of one detector, with what is known of it; does not change.
 *
 * @since 1.0
 */
public final class Exposure implements Digestible, Parted {

    private final MaskedImage image;
    private final PixelUnit unit;
    private final Detector detector;
    private final ExposureInfo info;
    private final Header header;
    private final Optional<Wcs> wcs;

    /**
     * Creates an exposure.
     *
     * @param image the pixels
     * @param unit the unit of the pixels
     * @param detector the detector they came from
     * @param info what is known of the exposure
     * @param header the cards worth keeping
     * @param wcs the sky coordinates of the pixels
     */
    public Exposure(
            MaskedImage image,
            PixelUnit unit,
            Detector detector,
            ExposureInfo info,
            Header header,
            Optional<Wcs> wcs) {
        this.image = image;
        this.unit = unit;
        this.detector = detector;
        this.info = info;
        this.header = header;
        this.wcs = wcs;
    }

    /** Returns the pixels. */
    public MaskedImage image() {
        return image;
    }

    /** Returns the unit of the pixels. */
    public PixelUnit unit() {
        return unit;
    }

    /** Returns the detector that the pixels came from. */
    public Detector detector() {
        return detector;
    }

    /** Returns what is known of the exposure. */
    public ExposureInfo info() {
        return info;
    }

    /** Returns the cards worth keeping. */
    public Header header() {
        return header;
    }

    /** Returns the sky coordinates of the pixels. */
    public Optional<Wcs> wcs() {
        return wcs;
    }

    /** Returns the same with other pixels. */
    public Exposure withImage(MaskedImage other) {
        return new Exposure(other, unit, detector, info, header, wcs);
    }

    /** Returns the same with other cards. */
    public Exposure withHeader(Header other) {
        return new Exposure(image, unit, detector, info, other, wcs);
    }

    @Override
    public Map<String, Long> parts() {
        Map<String, Long> parts = new LinkedHashMap<>(image.mask().parts());
        parts.putAll(header.parts());
        return parts;
    }

    @Override
    public Exposure disturbed(Set<String> names) {
        return withImage(image.withMask(image.mask().disturbed(names)))
                .withHeader(header.disturbed(names));
    }

    @Override
    public List<Object> rest() {
        return List.of(image.science(), image.variance(), unit, wcs.map(Wcs::cards));
    }

    /** Adds the pixels, their unit and their sky coordinates; not names, cards and times. */
    @Override
    public void digestTo(ContentDigest digest) {
        digest.put(image).put(unit).put(wcs.map(Wcs::cards));
    }

    @Override
    public String toString() {
        return "Exposure[" + info.name() + ", " + image.science().size() + "]";
    }
}
