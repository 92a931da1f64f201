package org.dovetail.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.dovetail.task.Prepared;
import org.dovetail.task.Role;

/**
 * A composite whose slots count their calls.
 *
 * <p>A parameter of the constructor whose type is a role, or a list of a role, is a slot; it is
 * named by its role, and by its place where there are several. Setting up what a slot {@linkplain
 * Prepared prepares} is no call; its work is.
 *
 * @param <C> the composite
 */
public final class Slots<C> {

    private final Map<String, LongAdder> calls = new TreeMap<>();
    private final C composite;

    private Slots(Class<C> type, Object... arguments) {
        Constructor<?> constructor = type.getConstructors()[0];
        Parameter[] parameters = constructor.getParameters();
        if (parameters.length != arguments.length) {
            throw new IllegalArgumentException(type.getSimpleName() + " takes " + parameters.length
                    + " arguments, not " + arguments.length);
        }
        Object[] counted = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            counted[i] = counted(parameters[i].getParameterizedType(), arguments[i]);
        }
        try {
            composite = type.cast(constructor.newInstance(counted));
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " refuses its arguments", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " and its constructor must be public", e);
        }
    }

    /**
     * Makes a composite with counted slots.
     *
     * @param type the class of the composite, with one public constructor
     * @param arguments what the constructor takes, in order
     * @param <C> the composite
     * @return the composite and its slots
     */
    public static <C> Slots<C> of(Class<C> type, Object... arguments) {
        return new Slots<>(type, arguments);
    }

    /** Returns the composite. */
    public C composite() {
        return composite;
    }

    /** Returns the names of all slots. */
    public Set<String> names() {
        return new TreeSet<>(calls.keySet());
    }

    /** Returns the names of the slots that were not called so far. */
    public Set<String> uncalled() {
        Set<String> uncalled = names();
        uncalled.removeIf(name -> calls.get(name).sum() > 0);
        return uncalled;
    }

    private Object counted(Type type, Object argument) {
        if (argument instanceof List<?> list
                && type instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof Class<?> role
                && role.isAnnotationPresent(Role.class)) {
            List<Object> counted = new ArrayList<>();
            for (Object element : list) {
                counted.add(slot(role, element));
            }
            return counted;
        } else if (rawType(type).isAnnotationPresent(Role.class)) {
            return slot(rawType(type), argument);
        }
        return argument;
    }

    private static Class<?> rawType(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private Object slot(Class<?> role, Object algorithm) {
        String name = role.getAnnotation(Role.class).value();
        String free = name;
        for (int i = 2; calls.containsKey(free); i++) {
            free = name + " " + i;
        }
        LongAdder counter = new LongAdder();
        calls.put(free, counter);
        return counting(role, algorithm, counter);
    }

    private static Object counting(Class<?> type, Object real, LongAdder counter) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = invoke(method, real, arguments);
                    Class<?> returned = method.getReturnType();
                    if (returned.isAnnotationPresent(Prepared.class)) {
                        return counting(returned, result, counter);
                    } else if (method.getDeclaringClass() != Object.class) {
                        counter.increment();
                    }
                    return result;
                });
    }

    private static Object invoke(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
