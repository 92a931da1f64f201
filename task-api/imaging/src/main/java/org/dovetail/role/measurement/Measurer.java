package org.dovetail.role.measurement;

import org.dovetail.catalog.Catalog;
import org.dovetail.task.Prepared;

/**
 * Measures the sources of an image, once the columns are known.
 *
 * <p>Does not change once made; any number of threads may call it, each with a table of its own.
 *
 * @since 1.0
 */
@Prepared
@FunctionalInterface
public interface Measurer {

    /**
     * Measures all sources of one image.
     *
     * @param input the image and its sources; only read
     * @param table a table of the schema prepared for, a row for each source; the measurement sets
     *     its own columns, and reads those of measurements before it
     */
    void measure(MeasurementInput input, Catalog.Builder table);
}
