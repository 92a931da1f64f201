package org.dovetail.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;
import org.dovetail.launcher.logging.Logging;
import org.osgi.framework.BundleException;

/** Hands a command line to the commands of a framework that lives as long as the call. */
final class Host {

    /** Verbs that only look at what is installed; they do without the formats of files. */
    private static final Set<String> LOOKING = Set.of("list", "describe", "show", "config");

    private Host() {}

    static int run(PrintStream out, PrintStream err, String... args) {
        Logging.configure(err, args);
        try (Container container = Container.start(Home.locate(), opensData(args))) {
            Optional<CommandsService> commands =
                    CommandsService.of(container.framework().getBundleContext());
            return commands.isPresent()
                    ? commands.get().run(out, err, args)
                    : broken(container, err);
        } catch (IOException | BundleException e) {
            err.println("dovetail: the runtime did not start: " + e.getMessage());
            return Main.INTERNAL;
        } finally {
            Logging.close();
            out.flush();
            err.flush();
        }
    }

    private static boolean opensData(String... args) {
        return args.length == 0 || !LOOKING.contains(args[0]);
    }

    private static int broken(Container container, PrintStream err) {
        err.println("dovetail: broken installation: nothing in "
                + container.home().folder().resolve("bundles") + " offers "
                + CommandsService.NAME);
        container.failures().get().forEach((file, why) -> err.println("  " + file + ": " + why));
        return Main.INTERNAL;
    }
}
