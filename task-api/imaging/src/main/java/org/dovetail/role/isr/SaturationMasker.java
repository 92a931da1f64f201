package org.dovetail.role.isr;

import org.dovetail.image.Mask;
import org.dovetail.image.RawAmplifier;
import org.dovetail.task.Role;
import org.dovetail.task.Writes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds the pixels of an amplifier that are saturated, or beyond the range known to be linear.
 *
 * <p><b>Input.</b> What an amplifier read out, in ADU as read, before any correction. Pixels that
 * are not finite carry no data.
 *
 * <p><b>Output.</b> A mask of the data section with the standard planes, marked in {@code SAT} and
 * {@code SUSPECT} only.
 *
 * <p><b>Guarantees.</b> Equal amplifiers give equal masks. Each pixel at or above the amplifier's
 * saturation is {@code SAT}, each at or above its linearity limit is {@code SUSPECT}; neighbors may
 * be, too.
 *
 * <p><b>Threads.</b> A masker does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Writes({"plane SAT", "plane SUSPECT"})
@Role(
        value = "saturation",
        doc = "Marks saturated and suspect pixels of raw data",
        contract = SaturationMaskerContract.class)
@ConsumerType
public interface SaturationMasker {

    /**
     * Marks the pixels of one amplifier.
     *
     * @param amplifier what the amplifier read out; only read
     * @return the marks of its data
     */
    Mask mark(RawAmplifier amplifier);
}
