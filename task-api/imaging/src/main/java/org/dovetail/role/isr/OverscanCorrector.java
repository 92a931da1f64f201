package org.dovetail.role.isr;

import org.dovetail.image.RawAmplifier;
import org.dovetail.task.Role;
import org.dovetail.task.TaskException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Subtracts the electronic offset of one amplifier, as its overscan shows it.
 *
 * <p><b>Input.</b> What an amplifier read out, in ADU and in read-out orientation. Pixels that are
 * not finite carry no data.
 *
 * <p><b>Output.</b> The data less the offset, in ADU, of the same size; the mean offset and the
 * scatter of the overscan, both in ADU.
 *
 * <p><b>Guarantees.</b> Equal amplifiers give equal results, bit for bit. A finite pixel stays
 * finite, a pixel that is not finite stays so. Where the overscan is measured, a constant added to
 * data and overscan is added to the level and leaves data and scatter alone, within rounding.
 *
 * <p><b>None.</b> One that does nothing gives the data as they are, a level of 0 and a scatter that
 * is not known: for detectors whose offset is all in the bias frame.
 *
 * <p><b>Threads.</b> A corrector does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Role(
        value = "overscan",
        doc = "Subtracts the electronic offset of an amplifier",
        contract = OverscanCorrectorContract.class,
        permitsNone = true)
@ConsumerType
public interface OverscanCorrector {

    /**
     * Subtracts the offset from one amplifier's data.
     *
     * @param amplifier what the amplifier read out; only read
     * @return the data less the offset
     * @throws TaskException with {@code INCOMPLETE_INPUT} if the amplifier lacks the overscan that
     *     the algorithm needs; with {@code NO_USABLE_PIXELS} if none of its pixels is finite
     */
    OverscanResult correct(RawAmplifier amplifier);
}
