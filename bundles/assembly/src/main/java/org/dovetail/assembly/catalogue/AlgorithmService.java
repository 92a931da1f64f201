package org.dovetail.assembly.catalogue;

/**
 * Stands in the service registry for one installed algorithm.
 *
 * <p>It comes and goes with the algorithm's bundle. Its service properties are {@link #ROLE}, {@link
 * #TASK_TYPE}, {@link #VERSION} and {@link #BUNDLE}, so that a service filter finds it.
 *
 * @param description the algorithm
 * @since 1.0
 */
public record AlgorithmService(AlgorithmDescription description) {

    /** The service property with the role's name. */
    public static final String ROLE = "role";

    /** The service property with the algorithm's name. */
    public static final String TASK_TYPE = "task.type";

    /** The service property with the version, an {@code org.osgi.framework.Version}. */
    public static final String VERSION = "version";

    /** The service property with the symbolic name of the bundle. */
    public static final String BUNDLE = "bundle";
}
