package org.dovetail.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;
import org.dovetail.launcher.logging.Logging;

/**
 * Hands a command line to the commands of this installation, and gives them a framework that lives
 * as long as the call, if they need one.
 */
final class Host {

    /** Verbs that need the framework in any case: it starts while they read their arguments. */
    private static final Set<String> RUNNING = Set.of("run", "demo", "shell", "doctor");

    private Host() {}

    static int run(PrintStream out, PrintStream err, String... args) {
        Logging.configure(err, args);
        Home home = Home.locate();
        String verb = args.length == 0 ? "" : args[0];
        try (OnDemand framework = new OnDemand(home, verb)) {
            if (RUNNING.contains(verb)) {
                framework.begin();
            }
            Optional<CommandsService> commands = commands(home, framework);
            return commands.isPresent()
                    ? commands.get().run(out, err, args)
                    : broken(framework.container(), err);
        } catch (OnDemand.StartFailure e) {
            err.println("dovetail: " + e.getMessage());
            return Main.INTERNAL;
        } catch (IOException e) {
            err.println("dovetail: the installation is not readable: " + e.getMessage());
            return Main.INTERNAL;
        } finally {
            Logging.close();
            out.flush();
            err.flush();
        }
    }

    private static Optional<CommandsService> commands(Home home, OnDemand framework)
            throws IOException {
        InstalledRecord record = InstalledRecord.of(home);
        if (Boolean.getBoolean(InstalledRecord.MAKE)) {
            CommandsService.record(record, framework.get());
        }
        Optional<CommandsService> recorded = CommandsService.recorded(record, framework);
        return recorded.isPresent() ? recorded : CommandsService.of(framework.get());
    }

    private static int broken(Container container, PrintStream err) {
        err.println("dovetail: broken installation: nothing in "
                + container.home().folder().resolve("bundles") + " offers "
                + CommandsService.NAME);
        container.failures().get().forEach((file, why) -> err.println("  " + file + ": " + why));
        return Main.INTERNAL;
    }
}
