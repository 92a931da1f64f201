package org.dovetail.assembly.build;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.task.Prepared;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Stands in a slot for the algorithm: measures each call and names it in logs and recordings. */
final class SlotCall implements InvocationHandler {

    /** The key in the logging context. */
    static final String PATH = "path";

    private final Object target;
    private final String path;
    private final String algorithm;
    private final SlotClock clock;

    private SlotCall(Object target, String path, String algorithm, SlotClock clock) {
        this.target = target;
        this.path = path;
        this.algorithm = algorithm;
        this.clock = clock;
    }

    /**
     * Wraps an algorithm.
     *
     * @param role the role, from whose loader the wrapper's class is
     * @param target the algorithm, or its contract
     * @param node its place
     * @param clock where its calls are added up
     */
    static Object around(Class<?> role, Object target, TreeNode node, SlotClock clock) {
        return around(role, new SlotCall(target, node.path(), node.algorithm().toString(), clock));
    }

    private static Object around(Class<?> type, SlotCall call) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, call);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        Class<?> result = method.getReturnType();
        if (!result.isAnnotationPresent(Prepared.class)) {
            return measured(method, arguments);
        }
        Object prepared = call(method, arguments); // set-up: what does the work is measured instead
        return around(result, new SlotCall(prepared, path, algorithm, clock));
    }

    private @Nullable Object measured(Method method, Object @Nullable [] arguments)
            throws Throwable {
        String before = MDC.get(PATH);
        MDC.put(PATH, path);
        @Nullable Object event = Recorder.begin(path, algorithm);
        long start = System.nanoTime();
        try {
            return call(method, arguments);
        } finally {
            clock.add(System.nanoTime() - start);
            Recorder.end(event);
            if (before == null) {
                MDC.remove(PATH);
            } else {
                MDC.put(PATH, before);
            }
        }
    }

    private Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause(); // the caller sees what the algorithm threw
        }
    }

    private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> path + " (" + algorithm + ")";
        };
    }
}
