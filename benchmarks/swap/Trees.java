package org.dovetail.benchmarks.swap;

import java.nio.file.Path;

/** Opens live trees in whose slots versions of a plugin follow each other. */
public interface Trees {

    /** Opens {@code extract-sources}, which runs on an exposure. */
    Subject extracting(Path plugin, Path exposure) throws Exception;

    /** Opens a tree that asks an algorithm for its version, that of a plugin of one class. */
    Subject answering(Path plugin) throws Exception;
}
