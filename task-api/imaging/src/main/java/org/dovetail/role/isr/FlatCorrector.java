package org.dovetail.role.isr;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Reads;
import org.dovetail.task.Role;
import org.dovetail.task.TaskException;
import org.dovetail.task.Writes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Divides an image by the response of the detector to uniform light.
 *
 * <p><b>Input.</b> An image less bias and dark current, in electrons, and a flat field of the same
 * size, a pure number with a median of 1.
 *
 * <p><b>Output.</b> The image of a detector with the same response everywhere. Its variance is that
 * of the quotient: the flat field's own variance is in it where known.
 *
 * <p><b>Guarantees.</b> Equal inputs give equal images, bit for bit. A flat field of 1 without
 * marks and variance leaves everything as it was. A finite pixel stays finite and one that is not
 * stays so. Where the flat field is marked {@code BAD} or {@code NO_DATA}, is not finite or is not
 * greater than 0, the pixel is marked {@code BAD}; no other mark changes.
 *
 * <p><b>Threads.</b> A corrector does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Reads("plane NO_DATA")
@Writes("plane BAD")
@Role(value = "flat", doc = "Divides by a flat field", contract = FlatCorrectorContract.class)
@ConsumerType
public interface FlatCorrector {

    /**
     * Divides an image by a flat field.
     *
     * @param image the image, in electrons; only read
     * @param flat the flat field, a pure number; only read
     * @return the corrected image, in electrons
     * @throws TaskException with {@code MISMATCHED_INPUT} if the sizes differ
     */
    MaskedImage divide(MaskedImage image, CalibrationFrame flat);
}
