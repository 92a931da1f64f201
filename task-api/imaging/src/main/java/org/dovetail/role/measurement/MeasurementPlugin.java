package org.dovetail.role.measurement;

import org.dovetail.catalog.Schema;
import org.dovetail.task.Reads;
import org.dovetail.task.Role;
import org.dovetail.task.TaskException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Measures some properties of every source of an image.
 *
 * <p><b>Input.</b> In set-up, the columns of the measurements before this one. At work, an image in
 * any linear unit with the background subtracted, its sources, and the table so far.
 *
 * <p><b>Output.</b> In set-up, its own columns, each with unit, UCD and description. At work, a
 * value in each of them for every source. Where a measurement fails, it leaves NaN and sets its flag
 * column, whose name begins with {@code flag_}; it never fails as a whole for one source.
 *
 * <p><b>Guarantees.</b> Equal inputs give equal values, bit for bit. Only its own columns are
 * written; the input is not changed. A source's values do not depend on the threads or the order in
 * which images are measured.
 *
 * <p><b>Threads.</b> A plugin and what it prepares do not change once made; any number of threads
 * may call them.
 *
 * @since 1.0
 */
@Reads({"plane NO_DATA", "plane INTRP"})
@Role(
        value = "measurement",
        doc = "Measures some properties of every source of an image",
        contract = MeasurementPluginContract.class)
@ConsumerType
public interface MeasurementPlugin {

    /**
     * Adds columns and returns what fills them.
     *
     * @param schema the columns so far; gets more
     * @return what measures, for tables that begin with the columns so far
     * @throws TaskException with {@code INVALID_CONFIGURATION} if a column it needs is missing, or
     *     one it adds is there already
     */
    Measurer prepare(Schema.Builder schema);
}
