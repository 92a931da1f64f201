package org.dovetail.task;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers for a configuration annotation from a map of bound values. */
final class ConfigHandler implements InvocationHandler {

    private final Class<? extends Annotation> type;
    private final Map<String, Object> values;

    ConfigHandler(Class<? extends Annotation> type, Map<String, Object> values) {
        this.type = type;
        this.values = new TreeMap<>(values);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        if (arguments != null && arguments.length == 1) {
            return equalTo(arguments[0]);
        }
        return switch (method.getName()) {
            case "annotationType" -> type;
            case "hashCode" -> text().hashCode();
            case "toString" -> text();
            default -> copy(Objects.requireNonNull(values.get(method.getName())));
        };
    }

    private boolean equalTo(@Nullable Object other) {
        return type.isInstance(other)
                && Proxy.isProxyClass(Objects.requireNonNull(other).getClass())
                && Proxy.getInvocationHandler(other) instanceof ConfigHandler handler
                && text().equals(handler.text());
    }

    private String text() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                .collect(Collectors.joining(", ", "@" + type.getSimpleName() + "(", ")"));
    }

    private static String text(Object value) {
        if (!value.getClass().isArray()) {
            return value instanceof String ? "\"" + value + "\"" : value.toString();
        }
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < Array.getLength(value); i++) {
            text.append(i == 0 ? "" : ", ").append(text(Array.get(value, i)));
        }
        return text.append('}').toString();
    }

    private static Object copy(Object value) {
        if (!value.getClass().isArray()) {
            return value;
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(value.getClass().getComponentType(), length);
        System.arraycopy(value, 0, copy, 0, length);
        return copy;
    }
}
