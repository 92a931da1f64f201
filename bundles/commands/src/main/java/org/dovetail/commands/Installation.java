package org.dovetail.commands;

import java.util.Map;
import java.util.Optional;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.execution.Formats;

/** What commands work with; looked up when it is asked for. */
interface Installation {

    /** Knows, plans and builds what is installed. */
    TaskTrees trees();

    /** Reads and writes files. */
    Formats formats();

    /** What could not be installed or started, by file, and why. */
    Map<String, String> failures();

    /** The version of the distribution. */
    String version();

    /** What reads lines, where there is something that does. */
    default Optional<Shell> shell() {
        return Optional.empty();
    }

    /**
     * Begins a runtime that lasts longer than a command line.
     *
     * @param who who asks, for the history of trees
     */
    default LiveInstallation begin(String who) {
        throw new IllegalStateException("this installation has no framework, or is live already");
    }

    /** A runtime that lasts longer than a command line, where there is one. */
    default Optional<Live> live() {
        return Optional.empty();
    }

    /** The same as it is in the framework, which starts if it has not. */
    default Installation inFramework() {
        return this;
    }
}
