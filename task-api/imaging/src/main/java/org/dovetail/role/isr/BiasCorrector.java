package org.dovetail.role.isr;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Reads;
import org.dovetail.task.Role;
import org.dovetail.task.TaskException;
import org.dovetail.task.Writes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Subtracts the signal that a detector shows without exposure.
 *
 * <p><b>Input.</b> An assembled image less the electronic offset and a bias frame of the same size,
 * both in electrons.
 *
 * <p><b>Output.</b> The image less the bias; its variance plus the bias frame's.
 *
 * <p><b>Guarantees.</b> Equal inputs give equal images, bit for bit. A finite pixel stays finite
 * and one that is not stays so. Where the bias frame is marked {@code BAD} or {@code NO_DATA} or is
 * not finite, the pixel is marked {@code BAD}; no other mark changes.
 *
 * <p><b>Threads.</b> A corrector does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Reads("plane NO_DATA")
@Writes("plane BAD")
@Role(value = "bias", doc = "Subtracts a bias frame", contract = BiasCorrectorContract.class)
@ConsumerType
public interface BiasCorrector {

    /**
     * Subtracts a bias frame from an image.
     *
     * @param image the image, in electrons; only read
     * @param bias the bias frame, in electrons; only read
     * @return the corrected image, in electrons
     * @throws TaskException with {@code MISMATCHED_INPUT} if the sizes differ
     */
    MaskedImage subtract(MaskedImage image, CalibrationFrame bias);
}
