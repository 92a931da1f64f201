package org.dovetail.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
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

    /** Verbs for which plugins come and go, or are to be seen as they are. */
    private static final Set<String> LOOKING_AT_PLUGINS = Set.of("shell", "doctor");

    private Host() {}

    static int run(PrintStream out, PrintStream err, String... args) {
        Logging.configure(err, args);
        Home home = Home.locate();
        String verb = args.length == 0 ? "" : args[0];
        try (OnDemand framework = new OnDemand()) {
            if (RUNNING.contains(verb)) {
                framework.begin();
            }
            Optional<InstalledRecord> record = record(home);
            framework.startWith(start(home, verb, record));
            Optional<CommandsService> commands = record.isPresent()
                    ? Optional.of(record.get().commands(framework))
                    : CommandsService.of(framework.get());
            return commands.isPresent()
                    ? commands.get().run(out, err, args)
                    : broken(home, framework.container(), err);
        } catch (OnDemand.StartFailure e) {
            err.println("dovetail: " + e.getMessage());
            return Main.ENVIRONMENT;
        } catch (IOException e) {
            err.println("dovetail: the installation is not readable: " + e.getMessage());
            return Main.INTERNAL;
        } finally {
            Logging.close();
            out.flush();
            err.flush();
        }
    }

    private static Start start(Home home, String verb, Optional<InstalledRecord> record)
            throws IOException {
        Optional<List<String>> enough = record.flatMap(InstalledRecord::enough);
        return enough.isEmpty() || LOOKING_AT_PLUGINS.contains(verb)
                ? Start.whole(home, verb)
                : Start.lean(home, enough.get());
    }

    private static Optional<InstalledRecord> record(Home home) throws IOException {
        if (Boolean.getBoolean(InstalledRecord.MAKE)) {
            try (OnDemand framework = new OnDemand()) {
                framework.startWith(Start.whole(home, ""));
                InstalledRecord.make(home, framework.container());
            }
        }
        return InstalledRecord.read(home);
    }

    private static int broken(Home home, Container container, PrintStream err) {
        err.println("dovetail: broken installation: nothing in "
                + home.folder().resolve("bundles") + " offers "
                + CommandsService.NAME);
        container.failures().get().forEach((file, why) -> err.println("  " + file + ": " + why));
        return Main.INTERNAL;
    }
}
