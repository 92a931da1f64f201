package org.dovetail.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dovetail.assembly.catalogue.Rejection;

/** What is installed and cannot be used, why, and what mends it: each thing once. */
final class Broken {

    private Broken() {}

    /** Returns reasons by name, without looking into algorithms. */
    static Map<String, String> known(Installation installation, boolean details) {
        return reasons(installation, installation.trees().catalogue().rejections(), details);
    }

    /** Returns reasons by name, after a look into every algorithm. */
    static Map<String, String> all(Installation installation, boolean details) {
        return reasons(installation, installation.trees().catalogue().allRejections(), details);
    }

    /** Tells of what cannot be used. */
    static void warn(Session session, boolean details) {
        known(session.installation(), details)
                .forEach((name, reason) -> session.say("broken: " + name + ": " + reason));
    }

    /** What the catalogue says of a file is better than what the framework says when it starts it. */
    private static Map<String, String> reasons(
            Installation installation, List<Rejection> rejections, boolean details) {
        Map<String, String> all = new TreeMap<>();
        installation.failures().forEach((file, reason) -> all.put(name(file), reason));
        for (Rejection each : rejections) {
            boolean whole = each.bundle().startsWith(each.component() + "@");
            String bundle = each.file().isEmpty()
                    ? each.bundle()
                    : name(each.file()) + " (" + each.bundle() + ")";
            if (whole && !each.file().isEmpty()) {
                all.remove(name(each.file()));
            }
            all.put(
                    whole ? bundle : bundle + " " + each.component(),
                    each.reason()
                            + (details && !each.detail().isEmpty() ? " " + each.detail() : ""));
        }
        return all;
    }

    private static String name(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }
}
