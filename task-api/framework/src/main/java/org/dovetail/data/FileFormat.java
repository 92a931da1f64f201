package org.dovetail.data;

import java.nio.file.Path;
import java.util.List;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A format that says once what it is for; what is left to write is {@link #read}, {@link #write}, or
 * both.
 *
 * <pre>{@code
 * @Component(service = StorageFormat.class)
 * public final class RegionFormat extends FileFormat<Catalog> {
 *     public RegionFormat() {
 *         super(Catalog.class, List.of(), List.of("reg"));
 *     }
 *     …
 * }</pre>
 *
 * <p>The component must name {@code StorageFormat} as its service: what a base class implements does
 * not count.
 *
 * @param <T> the type of dataset
 * @since 1.2
 */
@ConsumerType
public abstract class FileFormat<T> implements StorageFormat<T> {

    private final Class<T> type;
    private final List<String> readEndings;
    private final List<String> writtenEndings;

    /**
     * Says what the format is for.
     *
     * @param type the type of dataset
     * @param read the endings that are read, without the leading dot, the usual one first; empty for
     *     a format that only writes
     * @param written the endings that are written, which must be among those that are read if any
     *     are; empty for a format that only reads
     * @throws IllegalArgumentException if there is no ending, or one is written that is not read
     */
    protected FileFormat(Class<T> type, List<String> read, List<String> written) {
        if (read.isEmpty() && written.isEmpty()) {
            throw new IllegalArgumentException("a format must read or write some ending");
        }
        if (!read.isEmpty() && !read.containsAll(written)) {
            throw new IllegalArgumentException(
                    "a format that reads must read what it writes: reads " + read + ", writes "
                            + written);
        }
        this.type = type;
        this.readEndings = List.copyOf(read);
        this.writtenEndings = List.copyOf(written);
    }

    /**
     * Says what the format is for: the same endings are read and written.
     *
     * @param type the type of dataset
     * @param endings the endings, without the leading dot, the usual one first
     * @throws IllegalArgumentException if there is no ending
     */
    protected FileFormat(Class<T> type, List<String> endings) {
        this(type, endings, endings);
    }

    @Override
    public final Class<T> type() {
        return type;
    }

    @Override
    public final List<String> endings() {
        return reads() ? readEndings : writtenEndings;
    }

    @Override
    public final List<String> writtenEndings() {
        return writtenEndings;
    }

    @Override
    public final boolean reads() {
        return !readEndings.isEmpty();
    }

    @Override
    public final boolean writes() {
        return !writtenEndings.isEmpty();
    }

    /** Refuses; a format that reads overrides it. */
    @Override
    public T read(Path file, ReadContext context) {
        throw new TaskException(
                ErrorCode.UNREADABLE_INPUT, file + ": files of this kind are written, not read");
    }

    /** Refuses; a format that writes overrides it. */
    @Override
    public void write(T dataset, Path file, Provenance provenance) {
        throw new TaskException(
                ErrorCode.UNWRITABLE_OUTPUT, file + ": files of this kind are read, not written");
    }
}
