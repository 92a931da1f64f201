package org.dovetail.runtime.plugins;

import java.util.List;
import java.util.TreeSet;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.runtime.Plugin;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** Finds the plugin that a person means. */
final class PluginSearch {

    private PluginSearch() {}

    static Plugin find(String text, List<Plugin> installed) {
        Selector selector;
        try {
            selector = Selector.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION, "the plugin " + e.getMessage(), e);
        }
        List<Plugin> named = named(selector.name(), installed);
        List<Plugin> found = named.stream()
                .filter(plugin -> selector.allows(plugin.version()))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        TreeSet<String> names = new TreeSet<>();
        installed.forEach(plugin -> names.add(plugin.name()));
        String why = named.isEmpty()
                ? "no plugin '" + selector.name() + "' is installed"
                        + Nearest.question(selector.name(), names)
                : found.isEmpty()
                        ? "no " + text + " is installed; there is " + list(named)
                        : "'" + text + "' may be any of " + list(found)
                                + "; name the one you mean with its version";
        throw new TaskException(
                found.size() > 1 ? ErrorCode.AMBIGUOUS_ALGORITHM : ErrorCode.NO_SUCH_ALGORITHM,
                why);
    }

    /** Returns the plugins of a bundle's name or, if there is none, with an algorithm of the name. */
    private static List<Plugin> named(String name, List<Plugin> installed) {
        List<Plugin> bundles =
                installed.stream().filter(plugin -> plugin.name().equals(name)).toList();
        return bundles.isEmpty()
                ? installed.stream()
                        .filter(plugin -> plugin.algorithms().stream()
                                .anyMatch(each -> each.endsWith(": " + name)))
                        .toList()
                : bundles;
    }

    private static String list(List<Plugin> plugins) {
        return String.join(", ", plugins.stream().map(Plugin::toString).toList());
    }
}
