package org.dovetail.role.calibration;

import java.util.List;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Reads;
import org.dovetail.task.Role;
import org.dovetail.task.Writes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Combines frames of the same scene, pixel by pixel, into one with less noise.
 *
 * <p><b>Input.</b> One frame or more, all of the same size, planes and unit, on the same level. A
 * value marked {@code BAD}, {@code NO_DATA}, {@code SAT} or {@code CR}, or that is not finite, is
 * left out. A variance of 0 says: not known.
 *
 * <p><b>Output.</b> A frame in the same unit. Its variance is that of the combined value; 0 where it
 * cannot be known. A pixel for which no value is left is marked {@code NO_DATA} and is not finite; a
 * mark that every frame has at a pixel is kept there.
 *
 * <p><b>Guarantees.</b> The order of the frames does not matter, and equal frames give equal
 * results, bit for bit. Each combined value lies between the least and the greatest that were not
 * left out, within rounding; values that are all equal give just that.
 *
 * <p><b>Threads.</b> A combiner does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Reads({"plane BAD", "plane NO_DATA", "plane SAT", "plane CR"})
@Writes("plane NO_DATA")
@Role(
        value = "combination",
        doc = "Combines frames pixel by pixel",
        contract = FrameCombinerContract.class)
@ConsumerType
public interface FrameCombiner {

    /**
     * Combines some frames.
     *
     * @param frames the frames; at least one; only read
     * @return the combined frame
     * @throws IllegalArgumentException if there is no frame, or if sizes or planes differ
     */
    MaskedImage combine(List<MaskedImage> frames);
}
