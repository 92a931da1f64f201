package org.dovetail.commands;

import java.util.Map;
import java.util.Optional;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.execution.Formats;

/**
 * An installation whose trees, plugins and runs last from line to line.
 *
 * @param base what there is without that
 * @param runtime the runtime
 */
record LiveInstallation(Installation base, Live runtime) implements Installation {

    @Override
    public TaskTrees trees() {
        return base.trees();
    }

    @Override
    public Formats formats() {
        return base.formats();
    }

    @Override
    public Map<String, String> failures() {
        return base.failures();
    }

    @Override
    public String version() {
        return base.version();
    }

    @Override
    public Optional<Live> live() {
        return Optional.of(runtime);
    }
}
