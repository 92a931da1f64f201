package org.dovetail.data;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A value with parts that have names: a mask with its planes, a header with its cards, a table with
 * its columns.
 *
 * <p>Guard mode asks for the parts, to name who reads or writes one that it did not declare ({@link
 * org.dovetail.task.Reads}, {@link org.dovetail.task.Writes}). Nothing else calls this.
 *
 * @since 1.1
 */
@ConsumerType
public interface Parted {

    /**
     * Returns a number for each part, which is another when the part's content is another; by the
     * part's name with its kind before it, such as {@code plane CR}. It is 0 for an
     * empty part, which nobody needs to have declared.
     */
    Map<String, Long> parts();

    /**
     * Returns a copy with other content in some parts, and only there.
     *
     * @param names the names of parts; those that this does not have do not matter
     */
    Parted disturbed(Set<String> names);

    /** Returns the parts asked for by name since the last such call, where that is kept count of. */
    default Set<String> used() {
        return Set.of();
    }

    /** Returns what else the value is made of, beside its parts. */
    default List<Object> rest() {
        return List.of();
    }
}
