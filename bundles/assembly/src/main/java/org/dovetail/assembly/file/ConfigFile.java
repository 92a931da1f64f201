package org.dovetail.assembly.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Paths;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.resolution.Resolver;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A configuration file whose values can be changed in place: everything else, comments and blocks of
 * plugins that are not installed included, stays as it is, byte for byte.
 *
 * <p>A change that cannot be made without touching anything else, such as one of a value that an
 * alias shares, is refused.
 *
 * @param name the file as it was named, for messages
 * @param text its text
 * @since 1.1
 */
public record ConfigFile(String name, String text) {

    private static final String USE = "use";

    /**
     * Checks that the text is YAML.
     *
     * @throws TaskException with {@code INVALID_CONFIGURATION} and the place if it is not
     */
    public ConfigFile {
        model(name, text);
    }

    /** Returns the names at the top of the file: those of tasks, {@code use} and {@code lock}. */
    public List<String> top() {
        List<String> names = new ArrayList<>();
        if (model(name, text) instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> names.add(String.valueOf(key)));
        }
        return names;
    }

    /**
     * Sets a value.
     *
     * @param path the whole path, as {@code process-ccd.background.mesh.boxSize}; the path of a slot
     *     selects an algorithm, as {@code process-ccd.background.use} does
     * @param value the value as it would stand in the file or after {@code -c}
     * @return the changed file
     * @throws TaskException with {@code INVALID_CONFIGURATION} if that cannot be done without
     *     changing anything else
     */
    public ConfigFile set(String path, String value) {
        List<Object> steps = steps(path);
        Object before = model(name, text);
        Object wanted = new ValueText(name, value).value();
        Object place = EditModel.at(before, steps);
        if (place instanceof Map<?, ?> && !(wanted instanceof Map<?, ?>)) {
            steps.add(USE); // a slot with blocks of settings: they stay
        }
        Object expected = EditModel.set(before, steps, wanted);
        String changed = new YamlEdit(name, text).set(steps, new ValueText(name, value));
        if (!Objects.equals(expected, model(name, changed))) {
            throw refused(
                    path + " cannot be set without changing something else (an alias, a tag or"
                            + " an unusual layout); edit the file by hand");
        }
        return new ConfigFile(name, changed);
    }

    /**
     * Selects the algorithm of a slot, or the algorithms of a list.
     *
     * @param slot the whole path of the slot, as {@code process-ccd.background}
     * @param selector name and, optionally, versions; {@code [a, b]} for a list
     * @return the changed file
     * @throws TaskException as from {@link #set}
     */
    public ConfigFile use(String slot, String selector) {
        return set(slot + "." + USE, selector);
    }

    /** Returns whether the file has a list at a path, or chooses one for the slot there. */
    public boolean hasList(String path) {
        Object place = EditModel.at(model(name, text), steps(path));
        return place instanceof List<?>
                || place instanceof Map<?, ?> slot && slot.get(USE) instanceof List<?>;
    }

    /**
     * Returns the whole path that an option means, which may name the end of one.
     *
     * @param catalogue what is installed
     * @param request the task, and the layers that are there already
     * @param option a setting or a selection
     * @throws IllegalArgumentException with a message for a person if none or several fit
     */
    public static String path(Catalogue catalogue, TreeRequest request, Layer option) {
        return new Resolver(catalogue, request).place(option);
    }

    /** Splits a path into names and numbers of members of lists. */
    private List<Object> steps(String path) {
        List<Object> steps = new ArrayList<>();
        for (String segment : Paths.split(path)) {
            int bracket = segment.startsWith("\"") ? -1 : segment.indexOf('[');
            steps.add(bracket < 0 ? Paths.name(segment) : segment.substring(0, bracket));
            if (bracket >= 0) {
                try {
                    steps.add(
                            Integer.valueOf(segment.substring(bracket + 1, segment.length() - 1)));
                } catch (NumberFormatException e) {
                    throw refused(path + ": a member of a list is written NAME[0]");
                }
            }
        }
        return steps;
    }

    private TaskException refused(String what) {
        return new TaskException(ErrorCode.INVALID_CONFIGURATION, name + ": " + what);
    }

    static LoadSettings settings(String name) {
        return LoadSettings.builder()
                .setLabel(name)
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(false)
                .build();
    }

    /** Returns what a text says, as maps and lists. */
    static Object model(String name, String text) {
        try {
            @Nullable Object loaded = new Load(settings(name)).loadFromString(text);
            return loaded == null ? new LinkedHashMap<>() : loaded;
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            String place =
                    mark == null ? "" : ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION,
                    name + place + ": is not valid YAML: " + e.getProblem(),
                    e);
        } catch (YamlEngineException e) {
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION,
                    name + ": is not valid YAML: " + e.getMessage(),
                    e);
        }
    }
}
