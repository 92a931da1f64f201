package org.dovetail.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a framework is to start with, beside all plugins.
 *
 * @param home what is installed
 * @param platform the bundles of the platform
 * @param whole whether everything is started; else plugins are only resolved, which is enough for
 *     algorithms where a record tells of them, and nothing of the platform is there but what they
 *     are wired to
 */
record Start(Home home, List<Path> platform, boolean whole) {

    /**
     * Everything.
     *
     * @param verb for whom; some verbs have bundles of their own
     */
    static Start whole(Home home, String verb) throws IOException {
        return new Start(home, home.bundles(verb), true);
    }

    /** What a record says is enough for runs. */
    static Start lean(Home home, List<String> platform) {
        List<Path> jars =
                platform.stream().map(name -> home.folder().resolve(name)).toList();
        return new Start(home, jars, false);
    }
}
