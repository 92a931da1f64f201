package org.dovetail.assembly.build;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.task.Checks;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.framework.Bundle;

/** Stands in for what could not be built, while its parent's settings are checked. */
final class StandIn {

    /** How a failure that only comes from a stand-in is told from the algorithm's own. */
    private static final String ABSENT = "(what fills this slot could not be built)";

    private StandIn() {}

    /**
     * Makes a stand-in of a role.
     *
     * @param child what is missing
     * @param parent the bundle that knows the role as the parent does
     */
    static Object of(TreeNode child, Bundle parent) throws ClassNotFoundException {
        Class<?> role = parent.loadClass(child.algorithm().role().interfaceName());
        InvocationHandler fail = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> child.path();
                };
            }
            throw new TaskException(ErrorCode.INVALID_CONFIGURATION, ABSENT);
        };
        return Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, fail);
    }

    /** Returns what remains of a failure without what only comes from stand-ins. */
    static Optional<Throwable> othersOf(Throwable failure) {
        if (!(failure instanceof TaskException e)) {
            return Optional.of(failure);
        }
        if (e.mistakes().isEmpty()) {
            return ABSENT.equals(e.getMessage()) ? Optional.empty() : Optional.of(e);
        }
        List<TaskException.Mistake> others = e.mistakes().stream()
                .filter(mistake -> !mistake.message().equals(ABSENT))
                .toList();
        Checks rest = new Checks();
        others.forEach(mistake ->
                rest.require(false, mistake.message(), mistake.about().toArray(String[]::new)));
        try {
            rest.done();
            return Optional.empty();
        } catch (TaskException remaining) {
            return Optional.of(remaining);
        }
    }
}
