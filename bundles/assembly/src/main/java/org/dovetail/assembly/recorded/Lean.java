package org.dovetail.assembly.recorded;

import java.util.List;

/**
 * What a run needs of the platform, where plugins offer nothing but algorithms, and these ask for no
 * services: a few bundles, and formats that are made by {@code new}.
 *
 * @param bundles the jars that plugins are wired to, as whoever made the record names them
 * @param formats classes of storage formats, the preferred ones first
 * @since 1.0
 */
public record Lean(List<String> bundles, List<String> formats) {}
