package org.dovetail.image;

import java.util.Optional;

/**
 * What one amplifier read out, cut into its parts, in read-out orientation and in ADU.
 *
 * @param amplifier the amplifier
 * @param data the exposed pixels; of the size of the amplifier's box on the detector
 * @param serialOverscan the columns read after (or before) the data of each row; of as many rows as
 *     {@code data}
 * @param parallelOverscan the rows read after the data of each column; of as many columns as {@code
 *     data}
 * @since 1.0
 */
public record RawAmplifier(
        Amplifier amplifier,
        Image data,
        Optional<Image> serialOverscan,
        Optional<Image> parallelOverscan) {

    /** Refuses parts that do not go together. */
    public RawAmplifier {
        if (data.width() != amplifier.detectorBox().width()
                || data.height() != amplifier.detectorBox().height()) {
            throw new IllegalArgumentException("data of " + data.size() + " do not fill the box "
                    + amplifier.detectorBox() + " of amplifier '" + amplifier.name() + "'");
        }
        if (serialOverscan.isPresent() && serialOverscan.get().height() != data.height()) {
            throw new IllegalArgumentException("serial overscan has "
                    + serialOverscan.get().height() + " rows, the data have " + data.height());
        }
        if (parallelOverscan.isPresent() && parallelOverscan.get().width() != data.width()) {
            throw new IllegalArgumentException("parallel overscan has "
                    + parallelOverscan.get().width() + " columns, the data have " + data.width());
        }
    }
}
