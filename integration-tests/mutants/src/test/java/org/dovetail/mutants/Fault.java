package org.dovetail.mutants;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** A fault that any algorithm may have: what stands between the caller and the right one. */
@FunctionalInterface
interface Fault {

    /** A call of the right algorithm. */
    @FunctionalInterface
    interface Right {

        /** Makes the call. */
        Object with(Object[] arguments);
    }

    /** Makes a call in a wrong way. */
    Object call(Right right, Object[] arguments);

    /**
     * Puts a fault around an algorithm.
     *
     * @param type an interface of one method: a role, or what a role prepares
     * @param right the right algorithm
     * @param faults makes a fault for this one algorithm, with a state of its own
     * @param <T> the interface
     * @return the mutant
     */
    static <T> T around(Class<T> type, T right, Supplier<Fault> faults) {
        Fault fault = faults.get();
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(right, arguments);
                    }
                    return fault.call(given -> invoke(method, right, given), arguments);
                }));
    }

    private static Object invoke(Method method, Object target, Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("roles declare no checked exception", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("roles are public", e);
        }
    }
}
