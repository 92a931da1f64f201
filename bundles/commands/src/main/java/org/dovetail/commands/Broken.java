package org.dovetail.commands;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.dovetail.assembly.catalogue.Rejection;

/** What is installed and cannot be used, and why. */
final class Broken {

    private Broken() {}

    /** Returns reasons by name, without looking into algorithms. */
    static Map<String, String> known(Installation installation) {
        Map<String, String> all = new TreeMap<>();
        installation
                .failures()
                .forEach((file, reason) ->
                        all.put(String.valueOf(Path.of(file).getFileName()), reason));
        installation.trees().catalogue().rejections().forEach(each -> add(all, each));
        return all;
    }

    /** Returns reasons by name, after a look into every algorithm. */
    static Map<String, String> all(Installation installation) {
        Map<String, String> all = known(installation);
        installation.trees().catalogue().allRejections().forEach(each -> add(all, each));
        return all;
    }

    /** Tells of what cannot be used. */
    static void warn(Session session) {
        known(session.installation())
                .forEach((name, reason) -> session.say("broken: " + name + ": " + reason));
    }

    private static void add(Map<String, String> all, Rejection each) {
        String name = each.bundle().equals(each.component())
                ? each.bundle()
                : each.bundle() + " " + each.component();
        all.put(name, each.reason());
    }
}
