package org.dovetail.commands;

import org.dovetail.execution.ExitCode;
import org.dovetail.runtime.Plugin;

import picocli.CommandLine.Model.CommandSpec;

/** Lists the plugins of the live runtime. */
final class PluginList implements Verb {

    @Override
    public String doc() {
        return "the plugins that are installed, and those that are to go";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "", "none");
    }

    @Override
    public int run(Line line, Session session) {
        Table table = new Table();
        table.add("PLUGIN", "VERSION", "ALGORITHMS");
        for (Plugin plugin : Live.of(line, session).plugins().installed()) {
            table.add(
                    plugin.name(),
                    plugin.version() + (plugin.retired() ? " (to go)" : ""),
                    String.join(", ", plugin.algorithms()));
        }
        table.print(session.out(), "");
        return ExitCode.OK.code();
    }
}
