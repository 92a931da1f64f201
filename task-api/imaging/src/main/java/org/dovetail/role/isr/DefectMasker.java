package org.dovetail.role.isr;

import org.dovetail.image.Detector;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Role;
import org.dovetail.task.Writes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks the pixels of an assembled image that are known not to work, or that have no value.
 *
 * <p><b>Input.</b> An assembled image, in electrons, and its detector, of the same size.
 *
 * <p><b>Output.</b> The image's mask with more pixels marked {@code BAD} and {@code NO_DATA}.
 *
 * <p><b>Guarantees.</b> Equal inputs give equal masks. Each pixel in a defect of the detector is
 * {@code BAD}; each pixel that is not finite is {@code NO_DATA}. No mark is taken away and none is
 * set on another plane.
 *
 * <p><b>Threads.</b> A masker does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Writes({"plane BAD", "plane NO_DATA"})
@Role(
        value = "defects",
        doc = "Marks known defects and pixels without a value",
        contract = DefectMaskerContract.class)
@ConsumerType
public interface DefectMasker {

    /**
     * Marks the defects of one image.
     *
     * @param image the assembled image; only read
     * @param detector the detector it came from
     * @return the image's marks and those of the defects
     */
    Mask mark(MaskedImage image, Detector detector);
}
