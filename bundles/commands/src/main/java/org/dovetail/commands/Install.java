package org.dovetail.commands;

import java.nio.file.Path;
import java.util.List;
import org.dovetail.execution.ExitCode;
import org.dovetail.runtime.Plugin;
import org.dovetail.runtime.PluginSet;
import picocli.CommandLine.Model.CommandSpec;

/** Installs a set of plugins into the live runtime. */
final class Install implements Verb {

    @Override
    public String doc() {
        return "install plugins: all of the set or, if anything is wrong, none";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "JAR|FOLDER...", "plugins, in any order");
    }

    @Override
    public int run(Line line, Session session) {
        Live live = Live.of(line, session);
        line.argument(0, "the file of a plugin");
        List<Path> files = line.arguments().stream().map(Path::of).toList();
        PluginSet set = live.plugins().install(files);
        for (Plugin plugin : set.added()) {
            session.out()
                    .println("installed " + plugin + "  " + String.join(", ", plugin.algorithms()));
        }
        set.present().forEach(plugin -> session.out().println(plugin + " is there already"));
        set.notes().forEach(note -> session.say("note: " + note));
        return ExitCode.OK.code();
    }
}
