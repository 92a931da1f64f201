package org.dovetail.role.isr;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Reads;
import org.dovetail.task.Role;
import org.dovetail.task.TaskException;
import org.dovetail.task.Writes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Subtracts the dark current that a detector collected.
 *
 * <p><b>Input.</b> An image less bias, in electrons, and a dark frame of the same size, in electrons
 * a second; the time over which dark current was collected, in seconds, at least 0.
 *
 * <p><b>Output.</b> The image less the dark current; its variance plus that of what was subtracted.
 *
 * <p><b>Guarantees.</b> Equal inputs give equal images, bit for bit. No time leaves every value as
 * it was. A finite pixel stays finite and one that is not stays so. Where the dark frame is marked
 * {@code BAD} or {@code NO_DATA} or is not finite, the pixel is marked {@code BAD}; no other mark
 * changes.
 *
 * <p><b>Threads.</b> A corrector does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Reads("plane NO_DATA")
@Writes("plane BAD")
@Role(
        value = "dark",
        doc = "Subtracts a dark frame, scaled by time",
        contract = DarkCorrectorContract.class)
@ConsumerType
public interface DarkCorrector {

    /**
     * Subtracts the dark current from an image.
     *
     * @param image the image, in electrons; only read
     * @param dark the dark frame, in electrons a second; only read
     * @param darkSeconds how long the image collected dark current, in seconds; at least 0
     * @return the corrected image, in electrons
     * @throws TaskException with {@code MISMATCHED_INPUT} if the sizes differ
     */
    MaskedImage subtract(MaskedImage image, CalibrationFrame dark, double darkSeconds);
}
