package org.dovetail.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run knows beside the file that it reads.
 *
 * @param camera a camera description to use where a header lacks something
 * @since 1.0
 */
public record ReadContext(Optional<Path> camera) {

    /** Knows nothing beside the file. */
    public static final ReadContext NONE = new ReadContext(Optional.empty());
}
