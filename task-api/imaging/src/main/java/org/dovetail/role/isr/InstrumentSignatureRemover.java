package org.dovetail.role.isr;

import org.dovetail.image.Exposure;
import org.dovetail.image.RawExposure;
import org.dovetail.task.Role;
import org.dovetail.task.TaskException;
import org.dovetail.task.Writes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns what a detector read out into an image of the sky in electrons.
 *
 * <p><b>Input.</b> One detector's raw data, in ADU, and the calibration frames there are, each of
 * the size of the assembled detector.
 *
 * <p><b>Output.</b> The assembled detector in electrons, with mask and variance. What was measured
 * on the way is in its header: for each amplifier, numbered from 01, {@code OSLEV01} the overscan
 * level in ADU and {@code RNOISE01} the read noise in electrons, where measured; {@code NSATPIX}
 * and {@code NBADPIX}, the numbers of pixels marked {@code SAT} and {@code BAD}; {@code BIASCORR},
 * {@code DARKCORR} and {@code FLATCORR}, whether the step was made.
 *
 * <p><b>Guarantees.</b> Equal inputs give equal exposures, bit for bit. Every pixel that is not
 * finite is marked {@code NO_DATA}. The variance is finite and at least 0. Detector, sky
 * coordinates and what is known of the exposure are kept.
 *
 * <p><b>Threads.</b> A remover does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Writes({
    "card OSLEV*",
    "card RNOISE*",
    "card NSATPIX",
    "card NBADPIX",
    "card BIASCORR",
    "card DARKCORR",
    "card FLATCORR"
})
@Role(
        value = "isr",
        doc = "Turns raw data into an image in electrons",
        contract = InstrumentSignatureRemoverContract.class)
@ConsumerType
public interface InstrumentSignatureRemover {

    /**
     * Calibrates one raw exposure.
     *
     * @param raw the raw data; only read
     * @param calibrations the calibration frames; only read
     * @return the exposure, in electrons
     * @throws TaskException with {@code MISMATCHED_INPUT} that names both if a calibration frame
     *     is not one for this detector; with {@code INCOMPLETE_INPUT} if the raw data lack what an
     *     algorithm needs; with {@code NO_USABLE_PIXELS} if an algorithm has nothing to go by;
     *     with {@code ALGORITHM_FAILED} if one does not come to a result
     */
    Exposure remove(RawExposure raw, Calibrations calibrations);
}
