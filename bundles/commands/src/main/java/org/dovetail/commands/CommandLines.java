package org.dovetail.commands;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.execution.Cancellation;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands of this installation. */
@Component
public final class CommandLines implements Commands {

    private final Installation installation;
    private final Set<Cancellation> running;

    /**
     * Creates the commands.
     *
     * @param context looks up what a command needs when it needs it
     * @param trees knows what is installed
     */
    @Activate
    public CommandLines(BundleContext context, @Reference TaskTrees trees) {
        this(new Framework(context, trees));
    }

    CommandLines(Installation installation) {
        this(installation, ConcurrentHashMap.newKeySet());
    }

    private CommandLines(Installation installation, Set<Cancellation> running) {
        this.installation = installation;
        this.running = running;
    }

    @Override
    public Commands live(String who) {
        // What drains these drains those as well.
        return new CommandLines(installation.inFramework().begin(who), running);
    }

    @Override
    public List<String> complete(List<String> words) {
        return new Completion(installation, words).find();
    }

    @Override
    public SortedMap<String, String> verbs() {
        SortedMap<String, String> verbs = new TreeMap<>();
        for (String name : Verbs.names()) {
            Verb verb = Verbs.find(name).orElseThrow();
            if (!(verb instanceof Later)) {
                verbs.put(name, verb.doc());
            }
        }
        return verbs;
    }

    @Override
    public int run(String[] args, PrintStream out, PrintStream err) {
        Cancellation cancellation = new Cancellation();
        running.add(cancellation);
        try {
            Session session = new Session(installation, out, err, cancellation, System.getenv());
            return Dispatch.run(session, args);
        } finally {
            running.remove(cancellation);
            out.flush();
            err.flush();
        }
    }

    @Override
    public void drain() {
        running.forEach(Cancellation::request);
    }
}
