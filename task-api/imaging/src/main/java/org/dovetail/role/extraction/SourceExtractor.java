package org.dovetail.role.extraction;

import org.dovetail.image.Exposure;
import org.dovetail.task.Reads;
import org.dovetail.task.Role;
import org.dovetail.task.TaskException;
import org.dovetail.task.Writes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds and measures the sources of a calibrated exposure.
 *
 * <p><b>Input.</b> A calibrated exposure of any size and unit, with its background. Pixels that are
 * not finite or are marked {@code NO_DATA} carry no data.
 *
 * <p><b>Output.</b> The same exposure with the background subtracted and {@code DETECTED} marked
 * where there is a source; the background; a catalogue, whose columns do not depend on the data and
 * begin with {@code id}, counted from 1 in the order of the sources' first pixels. No sources: a
 * catalogue without rows.
 *
 * <p><b>Guarantees.</b> Equal exposures give equal results, bit for bit. The exposure is not changed.
 *
 * <p><b>Threads.</b> An extractor does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Reads("plane NO_DATA")
@Writes("plane DETECTED")
@Role(
        value = "extraction",
        doc = "Finds and measures the sources of a calibrated exposure",
        contract = SourceExtractorContract.class)
@ConsumerType
public interface SourceExtractor {

    /**
     * Extracts the sources of one exposure.
     *
     * @param exposure the exposure; only read
     * @return what was extracted
     * @throws TaskException with {@code NO_USABLE_PIXELS} if no pixel may be used
     */
    Extraction extract(Exposure exposure);
}
