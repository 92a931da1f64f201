package org.dovetail.image;

import java.util.Optional;

/**
 * What is known of an exposure beside its pixels.
 *
 * @param name a name for people, such as the file's name without its ending
 * @param exposureSeconds how long the shutter was open, in seconds; at least 0
 * @param darkSeconds how long dark current was collected, in seconds; at least 0
 * @param filter the name of the filter
 * @param dateObs the time of the start, UTC, as ISO 8601
 * @param object the name of the target
 * @since 1.0
 */
public record ExposureInfo(
        String name,
        double exposureSeconds,
        double darkSeconds,
        Optional<String> filter,
        Optional<String> dateObs,
        Optional<String> object) {

    /** Refuses negative times. */
    public ExposureInfo {
        if (!(exposureSeconds >= 0) || !(darkSeconds >= 0)) {
            throw new IllegalArgumentException("exposure and dark time must be >= 0 s, were "
                    + exposureSeconds + " and " + darkSeconds);
        }
    }
}
