package org.dovetail.assembly.build;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.assembly.catalogue.Parameter;
import org.dovetail.assembly.config.SettingValue;
import org.dovetail.assembly.guard.Declared;
import org.dovetail.assembly.guard.Guard;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.task.Configs;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Role;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Builds one node: loads its class, calls its constructor, puts timing and contract around it. */
final class NodeBuilder {

    /** What is passed for a slot. */
    private record Filler(String slot, Object target) {}

    private final UsableBundles bundles;
    private final boolean strict;
    private final boolean guard;

    NodeBuilder(UsableBundles bundles, boolean strict, boolean guard) {
        this.bundles = bundles;
        this.strict = strict;
        this.guard = guard;
    }

    /**
     * Builds a node.
     *
     * @param plan what to build
     * @param key its key
     * @param nodes the nodes that fill its slots, in the order of the plan
     * @param clock where its calls are added up
     */
    Node build(TreeNode plan, String key, List<Node> nodes, SlotClock clock) {
        List<Runnable> releases = new ArrayList<>();
        List<Filler> children = new ArrayList<>();
        nodes.forEach(node -> children.add(new Filler(node.plan().slot(), node.slot())));
        try {
            Bundle bundle = bundle(plan);
            Class<?> type = bundle.loadClass(plan.algorithm().className());
            Constructor<?> constructor = constructor(plan, type);
            @Nullable Object[] arguments = arguments(plan, constructor, children, bundle, releases);
            Object instance = constructor.newInstance(arguments);
            Declared declared = guard ? declared(plan, type, nodes) : Declared.NOTHING;
            Object slot = slot(plan, instance, declared, clock);
            return new Node(plan, key, instance, slot, declared, releases);
        } catch (InvocationTargetException e) {
            releases.forEach(Runnable::run);
            if (e.getCause() instanceof VirtualMachineError error) {
                throw error;
            }
            throw ConstructorFailure.of(plan, e.getCause());
        } catch (TaskException e) {
            releases.forEach(Runnable::run);
            throw e;
        } catch (ReflectiveOperationException | LinkageError e) {
            releases.forEach(Runnable::run);
            throw ConstructorFailure.of(plan, e);
        }
    }

    /**
     * Constructs an algorithm of which some slots cannot be filled, only to learn what else is wrong
     * with it; what stands in for the missing ones fails at any call.
     *
     * @param plan what to try
     * @param children the nodes that fill its slots, in the order of the plan; null for the missing
     * @throws TaskException if the constructor refuses something else than the missing ones
     */
    @SuppressWarnings("try") // an algorithm's close may be interrupted like anything else
    void rehearse(TreeNode plan, List<@Nullable Node> children) {
        List<Runnable> releases = new ArrayList<>();
        try {
            Bundle bundle = bundle(plan);
            Class<?> type = bundle.loadClass(plan.algorithm().className());
            Constructor<?> constructor = constructor(plan, type);
            List<Filler> fillers = new ArrayList<>();
            for (int i = 0; i < children.size(); i++) {
                TreeNode child = plan.children().get(i);
                Node node = children.get(i);
                Object target = node == null ? StandIn.of(child, bundle) : node.slot();
                fillers.add(new Filler(child.slot(), target));
            }
            Object instance = constructor.newInstance(
                    arguments(plan, constructor, fillers, bundle, releases));
            if (instance instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (InvocationTargetException e) {
            StandIn.othersOf(e.getCause()).ifPresent(other -> {
                throw ConstructorFailure.of(plan, other);
            });
        } catch (TaskException e) {
            throw e;
        } catch (Exception | LinkageError e) {
            throw ConstructorFailure.of(plan, e);
        } finally {
            releases.forEach(Runnable::run);
        }
    }

    private Bundle bundle(TreeNode plan) {
        Bundle bundle = bundles.context().getBundle(plan.algorithm().bundle().id());
        if (bundle == null || !bundles.contain(plan.algorithm())) {
            throw gone(
                    plan, "is no longer installed (bundle " + plan.algorithm().bundle() + ")");
        }
        return bundle;
    }

    /** Returns the context in which an algorithm looks for services. */
    private static BundleContext active(TreeNode plan, Bundle bundle) {
        try {
            if (bundle.getBundleContext() == null) {
                bundle.start(Bundle.START_TRANSIENT);
            }
            return bundle.getBundleContext();
        } catch (BundleException e) {
            throw gone(plan, "cannot be started: " + e.getMessage());
        }
    }

    private static Constructor<?> constructor(TreeNode plan, Class<?> type) {
        List<Parameter> parameters = plan.algorithm().details().parameters();
        for (Constructor<?> candidate : type.getConstructors()) {
            if (fits(candidate.getParameterTypes(), parameters)) {
                return candidate;
            }
        }
        throw gone(plan, "has no constructor for its settings and slots");
    }

    private static boolean fits(Class<?>[] types, List<Parameter> parameters) {
        if (types.length != parameters.size()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            boolean same = types[i].getName().equals(parameters.get(i).type());
            boolean holds = switch (parameters.get(i).cardinality()) {
                case ONE -> same;
                case OPTIONAL -> same || types[i] == Optional.class;
                case LIST, AT_LEAST_ONE -> types[i].isAssignableFrom(List.class);
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object[] arguments(
            TreeNode plan,
            Constructor<?> constructor,
            List<Filler> children,
            Bundle bundle,
            List<Runnable> releases) {
        List<Parameter> parameters = plan.algorithm().details().parameters();
        @Nullable Object[] arguments = new Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            Parameter parameter = parameters.get(i);
            Class<?> type = constructor.getParameterTypes()[i];
            if (parameter.kind() == Parameter.Kind.SETTINGS) {
                arguments[i] = settings(plan.settings(), type);
                continue;
            }
            if (parameter.kind() == Parameter.Kind.ROLE_SETTINGS) {
                arguments[i] = settings(plan.common(), type);
                continue;
            }
            List<Object> fillers = parameter.kind() == Parameter.Kind.SLOT
                    ? slots(children, parameter.name())
                    : new PlatformServices(plan, active(plan, bundle), releases).find(parameter);
            arguments[i] = argument(parameter, type, fillers);
            if (arguments[i] != null && !type.isInstance(arguments[i])) {
                throw gone(
                        plan,
                        "asks in slot '" + parameter.name() + "' for another copy of "
                                + parameter.type() + " than the one that fills it has");
            }
        }
        return arguments;
    }

    private static @Nullable Object argument(
            Parameter parameter, Class<?> type, List<Object> fillers) {
        return switch (parameter.cardinality()) {
            case LIST, AT_LEAST_ONE -> List.copyOf(fillers);
            case ONE -> fillers.get(0);
            case OPTIONAL -> {
                Object filler = fillers.isEmpty() ? null : fillers.get(0);
                yield type == Optional.class ? Optional.ofNullable(filler) : filler;
            }
        };
    }

    private static List<Object> slots(List<Filler> children, String slot) {
        List<Object> fillers = new ArrayList<>();
        for (Filler child : children) {
            if (child.slot().equals(slot)) {
                fillers.add(child.target());
            }
        }
        return fillers;
    }

    private static Object settings(Map<String, SettingValue> settings, Class<?> type) {
        Map<String, Object> values = new HashMap<>();
        settings.forEach((name, setting) -> values.put(name, setting.value()));
        return Configs.of(type.asSubclass(Annotation.class), values);
    }

    private static Declared declared(TreeNode plan, Class<?> type, List<Node> nodes) {
        return Declared.of(
                role(plan, type),
                type,
                List.of(plan.settings(), plan.common()),
                nodes.stream().map(Node::declared).toList());
    }

    private Object slot(TreeNode plan, Object instance, Declared declared, SlotClock clock)
            throws ReflectiveOperationException {
        Class<?> role = role(plan, instance.getClass());
        Object target = instance;
        if (guard) {
            String subject = plan.path() + " (" + plan.algorithm() + ")";
            target = Guard.around(role, target, subject, declared);
        }
        if (strict) {
            Class<?> contract = role.getAnnotation(Role.class).contract();
            target = contract.getConstructor(role, Contract.class)
                    .newInstance(
                            target,
                            new Contract(plan.path() + " (" + plan.algorithm().name() + " "
                                    + plan.algorithm().version() + ")"));
        }
        return SlotCall.around(role, target, plan, clock);
    }

    /** Finds the role among the interfaces of a class and of what it extends. */
    static Class<?> role(TreeNode plan, Class<?> type) {
        String name = plan.algorithm().role().interfaceName();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Class<?> candidate : c.getInterfaces()) {
                if (candidate.getName().equals(name)) {
                    return candidate;
                }
            }
        }
        throw gone(plan, "does not implement " + name);
    }

    private static TaskException gone(TreeNode plan, String what) {
        return new TaskException(
                ErrorCode.NO_SUCH_ALGORITHM, ConstructorFailure.where(plan) + what);
    }
}
