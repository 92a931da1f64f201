package org.dovetail.commands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dovetail.assembly.Holding;
import org.dovetail.execution.ExitCode;
import org.dovetail.runtime.LiveRun;
import org.dovetail.runtime.NamedTree;
import org.dovetail.runtime.Plugin;
import org.dovetail.runtime.Removal;
import org.dovetail.task.TaskException;
import picocli.CommandLine.Model.CommandSpec;

/** Takes a plugin out of the live runtime when nobody holds it any more. */
final class Uninstall implements Verb {

    private static final long LIMIT = 60; // seconds

    @Override
    public String doc() {
        return "uninstall a plugin when nobody holds it any more";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "PLUGIN[@VERSION]", "its name, or that of one of its algorithms");
        LiveOptions.limit(spec, "how long to wait for runs that hold it; 60 if not given");
        spec.addOption(Line.flag("cut short the runs that hold it", "--now"));
    }

    @Override
    public int run(Line line, Session session) {
        Live live = Live.of(line, session);
        Duration limit = LiveOptions.limit(line, LIMIT);
        Plugin plugin = live.plugins().find(line.argument(0, "the name of a plugin"));
        // From here on no new tree chooses it; those that follow versions have let go of it.
        Removal removal = live.plugins().uninstall(plugin, Duration.ZERO);
        List<String> using = using(plugin, live);
        if (!using.isEmpty()) {
            live.plugins().keep(plugin);
            throw new UserError(
                    ExitCode.USAGE,
                    plugin + " is in use by " + String.join(", ", using)
                            + "; `swap`, `retarget` or `close` first");
        }
        if (line.has("--now")) {
            cutShort(plugin, removal, live, session);
        }
        boolean gone = isGone(removal, limit);
        List<String> holders = gone ? List.of() : holders(holdings(plugin, session));
        if (gone || holders.isEmpty() && isGone(removal, Duration.ofSeconds(LIMIT))) {
            session.out().println("uninstalled " + plugin);
            return ExitCode.OK.code();
        }
        session.out()
                .println(plugin + " is held by " + String.join(", ", holders)
                        + "; it goes when that has ended, and no new work gets it");
        return ExitCode.DRAINED.code();
    }

    /**
     * Waits for a plugin that is to go. It must not be asked for again: when its last holder ends it
     * goes by itself, and nobody is there any more to be asked for.
     */
    private static boolean isGone(Removal removal, Duration limit) {
        try {
            removal.gone().get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TaskException known) {
                throw known;
            }
            throw new IllegalStateException("cannot uninstall " + removal.plugin(), e.getCause());
        }
    }

    private static List<Holding> holdings(Plugin plugin, Session session) {
        return session.installation().trees().holdings().stream()
                .filter(holding -> holding.uses(plugin.bundle()))
                .toList();
    }

    /** Returns the open trees whose new work would get the plugin. */
    private static List<String> using(Plugin plugin, Live live) {
        List<String> using = new ArrayList<>();
        for (NamedTree<?> tree : live.workspace().trees()) {
            tree.current().plan().nodes().stream()
                    .filter(node -> node.algorithm().bundle().id() == plugin.bundle())
                    .forEach(node -> using.add(node.path() + " (" + node.algorithm() + ")"));
        }
        return using;
    }

    private static void cutShort(Plugin plugin, Removal removal, Live live, Session session) {
        List<String> holders = holders(removal.holdings());
        List<LiveRun> cut = live.runs()
                .abandon(
                        run -> holders.contains("run " + run.number()),
                        plugin + " was uninstalled");
        cut.forEach(run -> session.out().println("cancelled run " + run.number()));
    }

    private static List<String> holders(List<Holding> holdings) {
        List<String> holders = new ArrayList<>();
        for (Holding holding : holdings) {
            holding.holders().forEach(holder -> holders.add(holder.name()));
            if (holding.calls() > 0 || holding.current() && holding.holders().isEmpty()) {
                holders.add("a tree of its own");
            }
        }
        return holders;
    }
}
