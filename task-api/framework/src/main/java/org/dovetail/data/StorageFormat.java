package org.dovetail.data;

import java.nio.file.Path;
import java.util.List;
import org.dovetail.task.TaskException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads and writes datasets of one Java type as files of one kind.
 *
 * <p>Formats are platform services: the runtime picks one by the type of the dataset and the ending
 * of the file. A format that only reads or only writes says so with {@link #reads()} and {@link
 * #writes()}.
 *
 * <p><b>Threads.</b> Any number of threads may call a format.
 *
 * @param <T> the type of dataset
 * @since 1.0
 */
@ConsumerType
public interface StorageFormat<T> {

    /** Returns the type of dataset. */
    Class<T> type();

    /** Returns the file endings, without the leading dot, the usual one first. */
    List<String> endings();

    /** Returns those of the {@linkplain #endings() endings} that can be written. */
    default List<String> writtenEndings() {
        return writes() ? endings() : List.of();
    }

    /** Returns whether datasets can be read. */
    boolean reads();

    /** Returns whether datasets can be written. */
    boolean writes();

    /**
     * Reads one dataset.
     *
     * @param file the file
     * @param context what the run knows beside the file, such as a camera description
     * @return the dataset
     * @throws TaskException with {@code UNREADABLE_INPUT} if the file cannot be read or is not of
     *     this format; with {@code INCOMPLETE_INPUT} if it lacks something that the type needs
     */
    T read(Path file, ReadContext context);

    /**
     * Writes one dataset to a file that does not exist yet.
     *
     * @param dataset the dataset
     * @param file where to write; the caller renames it when it is whole
     * @param provenance what made the dataset, to be kept in the file where the format has a place
     * @throws TaskException with {@code UNWRITABLE_OUTPUT} if it cannot be written
     */
    void write(T dataset, Path file, Provenance provenance);
}
