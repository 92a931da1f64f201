package org.dovetail.assembly.guard;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dovetail.data.Parted;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Prepared;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;

/**
 * Stands around an algorithm and holds it to the parts that it declares.
 *
 * <p>What it writes is seen: a part of the result that no argument has with the same content, or a
 * part of an argument that changed. What it reads is found out: the call is repeated with other
 * content in all parts that it did not declare; if anything else of the result changes, it depends on
 * one of them, and further calls tell which. That rests on the rule that equal arguments give equal
 * results, and it misses a part that happens not to matter for these data.
 */
public final class Guard implements InvocationHandler {

    private final Object target;
    private final String subject;
    private final Declared declared;

    private Guard(Object target, String subject, Declared declared) {
        this.target = target;
        this.subject = subject;
        this.declared = declared;
    }

    /**
     * Wraps an algorithm.
     *
     * @param role the role
     * @param target the algorithm
     * @param subject who it is, for messages: its place, name and version
     * @param declared what it may read and write
     */
    public static Object around(Class<?> role, Object target, String subject, Declared declared) {
        return Proxy.newProxyInstance(
                role.getClassLoader(), new Class<?>[] {role}, new Guard(target, subject, declared));
    }

    /** How a call ended; a failure is told by its code. */
    private record Outcome(
            @Nullable Object result, @Nullable Throwable failure) {

        boolean same(Outcome other, Set<String> names) {
            return failure == null && other.failure == null
                    ? PartsWalk.same(result, other.result, names)
                    : code().equals(other.code());
        }

        private String code() {
            return failure instanceof TaskException e
                    ? e.code().toString()
                    : failure == null ? "" : failure.getClass().getName();
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class || arguments == null) {
            return value(call(method, arguments));
        }
        return method.getReturnType().isAnnotationPresent(Prepared.class)
                ? prepared(method, arguments)
                : guarded(method, arguments);
    }

    /** What is added and asked for in set-up is declared by that. */
    private @Nullable Object prepared(Method method, Object[] arguments) throws Throwable {
        Set<String> before = PartsWalk.parts(arguments).keySet();
        PartsWalk.used(arguments); // what others asked for
        Object prepared = value(call(method, arguments));
        Set<String> added = new HashSet<>(PartsWalk.parts(arguments).keySet());
        added.removeAll(before);
        Set<String> used = PartsWalk.used(arguments);
        return prepared == null
                ? null
                : around(method.getReturnType(), prepared, subject, declared.and(used, added));
    }

    private @Nullable Object guarded(Method method, Object[] arguments) throws Throwable {
        Map<String, Set<Long>> before = PartsWalk.parts(arguments);
        Set<String> hidden = hidden(arguments, before.keySet());
        Object[] others = hidden.isEmpty() ? arguments : PartsWalk.disturbed(arguments, hidden);
        Object[] again = // as they were: the call may fill a table
                hidden.isEmpty() ? arguments : PartsWalk.disturbed(arguments, Set.of());
        Outcome outcome = call(method, arguments);
        if (outcome.failure == null) {
            checkWrites(before, arguments, outcome.result);
        }
        if (!hidden.isEmpty() && differs(method, arguments, others, outcome, hidden)) {
            Set<String> read = new TreeSet<>();
            for (String part : hidden) {
                Object[] one = PartsWalk.disturbed(again, Set.of(part));
                if (differs(method, arguments, one, outcome, Set.of(part))) {
                    read.add(part);
                }
            }
            throw undeclared("reads", "Reads", read.isEmpty() ? hidden : read);
        }
        return value(outcome);
    }

    /** Returns the parts there that the algorithm has no business with. */
    private Set<String> hidden(Object[] arguments, Set<String> there) {
        Set<String> texts = PartsWalk.texts(arguments);
        Set<String> hidden = new TreeSet<>();
        for (String part : there) {
            boolean spoken = texts.contains(part.substring(part.indexOf(' ') + 1));
            if (!spoken && !declared.mayRead(part)) {
                hidden.add(part);
            }
        }
        return hidden;
    }

    private void checkWrites(
            Map<String, Set<Long>> before, Object[] arguments, @Nullable Object result) {
        Set<String> written = new TreeSet<>();
        PartsWalk.parts(arguments).forEach((part, contents) -> {
            if (!contents.equals(before.get(part)) && !declared.mayWrite(part)) {
                written.add(part);
            }
        });
        PartsWalk.parts(new Object[] {result}).forEach((part, contents) -> {
            Set<Long> made = new HashSet<>(contents);
            made.removeAll(before.getOrDefault(part, Set.of()));
            made.remove(0L); // a new mask has all planes, most of them empty
            if (!made.isEmpty() && !declared.mayWrite(part)) {
                written.add(part);
            }
        });
        if (!written.isEmpty()) {
            throw undeclared("writes", "Writes", written);
        }
    }

    private boolean differs(
            Method method,
            Object[] arguments,
            Object[] others,
            Outcome outcome,
            Set<String> names) {
        boolean differs = !outcome.same(call(method, others), names);
        for (int i = 0; i < arguments.length && !differs; i++) {
            differs = arguments[i] instanceof Parted
                    && !PartsWalk.same(arguments[i], others[i], names);
        }
        return differs;
    }

    private Outcome call(Method method, Object @Nullable [] arguments) {
        try {
            return new Outcome(method.invoke(target, arguments), null);
        } catch (InvocationTargetException e) {
            return new Outcome(null, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // a role is public
        }
    }

    private static @Nullable Object value(Outcome outcome) throws Throwable {
        if (outcome.failure != null) {
            throw outcome.failure;
        }
        return outcome.result;
    }

    private TaskException undeclared(String does, String annotation, Set<String> parts) {
        return new TaskException(
                ErrorCode.BROKEN_CONTRACT,
                subject + " " + does + " " + String.join(" and ", parts)
                        + ", which neither it nor its role declares: @" + annotation + "({\""
                        + String.join("\", \"", parts) + "\"})");
    }
}
