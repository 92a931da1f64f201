package org.dovetail.role.isr;

import java.util.List;
import org.dovetail.image.Detector;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Role;
import org.dovetail.task.TaskException;
import org.dovetail.task.Writes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Puts the data of a detector's amplifiers together, in electrons.
 *
 * <p><b>Input.</b> For each amplifier, in the detector's order, its data less the electronic
 * offset, in ADU and in read-out orientation, and their marks; of the size of the amplifier's box.
 * Pixels that are not finite carry no data.
 *
 * <p><b>Output.</b> The detector as it lies, in electrons: each amplifier turned and multiplied by
 * its gain. The variance is zero, which says: not known.
 *
 * <p><b>Guarantees.</b> Equal inputs give equal images, bit for bit. Each pixel and its mark are
 * where the amplifier's box and flips put them. A pixel that no amplifier covers is marked {@code
 * NO_DATA} and is not finite.
 *
 * <p><b>Threads.</b> An assembler does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Writes({"plane NO_DATA", "plane *"})
@Role(
        value = "assembly",
        doc = "Puts amplifiers together into one image in electrons",
        contract = AmplifierAssemblerContract.class)
@ConsumerType
public interface AmplifierAssembler {

    /**
     * Assembles one detector.
     *
     * @param detector the detector
     * @param images the data of each amplifier, in ADU; only read
     * @param masks the marks of each amplifier's data; only read
     * @return the assembled image, in electrons
     * @throws TaskException with {@code MISMATCHED_INPUT} if images or masks are not those of the
     *     detector's amplifiers, or if an amplifier reaches beyond the detector
     */
    MaskedImage assemble(Detector detector, List<Image> images, List<Mask> masks);
}
