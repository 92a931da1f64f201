package org.dovetail.assembly.catalogue;

import java.util.Optional;
import java.util.function.Supplier;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/**
 * What is known of an installed algorithm without loading its class.
 *
 * <p>Name, role and bundle are known at once; the {@linkplain #details() details} are read from the
 * class file when they are first asked for.
 *
 * @since 1.0
 */
public final class AlgorithmDescription {

    private final String name;
    private final RoleDescription role;
    private final String doc;
    private final String className;
    private final BundleDescription bundle;
    private final Supplier<AlgorithmDetails> detailsSource;
    private @Nullable AlgorithmDetails details;
    private @Nullable String problem;

    /**
     * Describes an algorithm.
     *
     * @param name the name, such as {@code mesh}
     * @param role the role that it fills
     * @param doc what it does, in one line
     * @param className the name of its class
     * @param bundle the bundle that it comes from
     * @param details reads the details when they are first asked for; fails with a {@link
     *     TaskException} whose message is the reason if the algorithm cannot be used
     */
    public AlgorithmDescription(
            String name,
            RoleDescription role,
            String doc,
            String className,
            BundleDescription bundle,
            Supplier<AlgorithmDetails> details) {
        this.name = name;
        this.role = role;
        this.doc = doc;
        this.className = className;
        this.bundle = bundle;
        this.detailsSource = details;
    }

    /** Returns the name, such as {@code mesh}. */
    public String name() {
        return name;
    }

    /** Returns the version: the bundle's. */
    public Version version() {
        return bundle.version();
    }

    /** Returns the role that it fills. */
    public RoleDescription role() {
        return role;
    }

    /** Returns what it does, in one line. */
    public String doc() {
        return doc;
    }

    /** Returns the name of its class. */
    public String className() {
        return className;
    }

    /** Returns the bundle that it comes from. */
    public BundleDescription bundle() {
        return bundle;
    }

    /**
     * Returns settings, slots, inputs and outputs.
     *
     * @throws TaskException with {@code NO_SUCH_ALGORITHM} if the algorithm {@linkplain #problem()
     *     cannot be used}
     */
    public AlgorithmDetails details() {
        problem();
        AlgorithmDetails known = details;
        if (known == null) {
            throw new TaskException(
                    ErrorCode.NO_SUCH_ALGORITHM, this + " cannot be used: " + problem);
        }
        return known;
    }

    /** Returns why the algorithm cannot be used, or nothing if it can; reads the details. */
    public synchronized Optional<String> problem() {
        if (details == null && problem == null) {
            try {
                details = detailsSource.get();
            } catch (TaskException e) {
                problem = e.getMessage();
            }
        }
        return Optional.ofNullable(problem);
    }

    /** Returns whether both are the same class of the same bundle in the same state. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AlgorithmDescription that
                && name.equals(that.name)
                && role.equals(that.role)
                && className.equals(that.className)
                && bundle.equals(that.bundle);
    }

    @Override
    public int hashCode() {
        return 31 * className.hashCode() + bundle.hashCode();
    }

    /** Returns name and version, as {@code mesh@1.0.0}. */
    @Override
    public String toString() {
        return name + "@" + version();
    }
}
