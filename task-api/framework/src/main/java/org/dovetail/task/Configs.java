package org.dovetail.task;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes configurations of algorithms: instances of their configuration annotation.
 *
 * <p>Strict: an unknown setting, a wrong type, a value out of range and a missing value are all
 * reported at once. The runtime uses the same code on what a configuration file says.
 *
 * @since 1.0
 */
public final class Configs {

    private Configs() {}

    /**
     * Makes a configuration from names and values, for plain Java.
     *
     * @param type the configuration annotation of an algorithm
     * @param namesAndValues a name, its value, a name, its value …; the rest keeps its defaults
     * @param <A> the configuration annotation
     * @return the configuration
     * @throws TaskException with {@code INVALID_CONFIGURATION} that lists all that is wrong
     */
    public static <A extends Annotation> A of(Class<A> type, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("names and values must come in pairs");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return of(type, values);
    }

    /**
     * Makes a configuration from a map.
     *
     * @param type the configuration annotation of an algorithm
     * @param values value by name of setting; the rest keeps its defaults
     * @param <A> the configuration annotation
     * @return the configuration
     * @throws TaskException with {@code INVALID_CONFIGURATION} that lists all that is wrong
     */
    public static <A extends Annotation> A of(Class<A> type, Map<String, ?> values) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> bound = new LinkedHashMap<>();
        Map<String, Object> rest = new LinkedHashMap<>(values);
        for (SettingDescription setting : describe(type)) {
            Object raw = rest.remove(setting.name());
            if (raw == null && setting.defaultValue().isEmpty()) {
                problems.add(setting.name() + " has no default and must be given");
                continue;
            }
            try {
                bound.put(
                        setting.name(),
                        setting.bind(raw == null ? setting.defaultValue().get() : raw));
            } catch (IllegalArgumentException e) {
                problems.add(setting.name() + " " + e.getMessage());
            }
        }
        rest.keySet().forEach(name -> problems.add("unknown setting '" + name + "'"));
        if (!problems.isEmpty()) {
            throw new TaskException(ErrorCode.INVALID_CONFIGURATION, String.join("; ", problems));
        }
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new ConfigHandler(type, bound)));
    }

    /**
     * Describes the settings of a configuration annotation, in the order of their names.
     *
     * @param type the configuration annotation of an algorithm
     * @return its settings
     * @throws IllegalArgumentException if an element has a type that a setting may not have
     */
    public static List<SettingDescription> describe(Class<? extends Annotation> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && method.getParameterCount() == 0)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .map(Configs::describe)
                .toList();
    }

    private static SettingDescription describe(Method method) {
        SettingType type = SettingType.of(method.getReturnType())
                .orElseThrow(() -> new IllegalArgumentException("setting '" + method.getName()
                        + "' has the type " + method.getReturnType().getSimpleName()
                        + ", which a setting may not have"));
        Setting setting = method.getAnnotation(Setting.class);
        Optional<Object> defaultValue = Optional.ofNullable(method.getDefaultValue());
        if (setting == null) {
            return new SettingDescription(
                    method.getName(),
                    type,
                    defaultValue,
                    "",
                    "",
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    List.of());
        }
        return new SettingDescription(
                method.getName(),
                type,
                defaultValue,
                setting.value(),
                setting.unit(),
                setting.min(),
                setting.max(),
                List.of(setting.choices()),
                setting.deprecated());
    }
}
