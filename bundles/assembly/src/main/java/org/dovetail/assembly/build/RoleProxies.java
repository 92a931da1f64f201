package org.dovetail.assembly.build;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.task.Prepared;

/**
 * The classes of what stands in slots. The JVM makes each once, which takes milliseconds; they can be
 * made ahead where roles are known before the bundles of algorithms are.
 */
public final class RoleProxies {

    private static final InvocationHandler NOBODY = (proxy, method, arguments) -> null;

    private RoleProxies() {}

    /**
     * Makes the classes for all slots of a tree. A role that only a bundle knows is left for later.
     *
     * @param node the root
     * @param loader knows roles
     */
    public static void make(TreeNode node, ClassLoader loader) {
        make(node, loader, new HashSet<>());
    }

    private static void make(TreeNode node, ClassLoader loader, Set<String> made) {
        String role = node.algorithm().role().interfaceName();
        if (made.add(role)) {
            try {
                make(Class.forName(role, false, loader));
            } catch (ClassNotFoundException e) {
                // of a bundle that is not on the class path
            }
        }
        node.children().forEach(child -> make(child, loader, made));
    }

    private static void make(Class<?> role) {
        Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, NOBODY);
        for (Method method : role.getMethods()) {
            if (method.getReturnType().isAnnotationPresent(Prepared.class)) {
                make(method.getReturnType());
            }
        }
    }
}
