package org.dovetail.assembly.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dovetail.assembly.catalogue.Parameter;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.scan.ServiceWords;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Looks up platform services as the algorithm's own bundle would. */
final class PlatformServices {

    private final TreeNode node;
    private final BundleContext context;
    private final List<Runnable> releases;

    /**
     * Prepares to look up.
     *
     * @param node for whom
     * @param context the context of the algorithm's bundle
     * @param releases gets what gives each service back
     */
    PlatformServices(TreeNode node, BundleContext context, List<Runnable> releases) {
        this.node = node;
        this.context = context;
        this.releases = releases;
    }

    /** Returns the services that a parameter asks for, the highest ranking first. */
    List<Object> find(Parameter parameter) {
        List<ServiceReference<?>> references = new ArrayList<>();
        try {
            String filter = parameter.target().isEmpty() ? null : parameter.target();
            ServiceReference<?>[] found = context.getServiceReferences(parameter.type(), filter);
            references.addAll(found == null ? List.of() : Arrays.asList(found));
        } catch (InvalidSyntaxException e) {
            throw new TaskException(
                    ErrorCode.NO_SUCH_ALGORITHM,
                    ConstructorFailure.where(node) + "the target of reference '" + parameter.name()
                            + "' is no filter: " + e.getMessage(),
                    e);
        }
        references.sort(Comparator.reverseOrder());
        List<Object> services = new ArrayList<>();
        for (ServiceReference<?> reference : references) {
            Object service = get(reference);
            if (service != null) {
                services.add(service);
                if (!parameter.cardinality().isList()) {
                    break;
                }
            }
        }
        if (services.isEmpty() && parameter.cardinality().isRequired()) {
            throw new TaskException(
                    ErrorCode.NO_SUCH_ALGORITHM,
                    ConstructorFailure.where(node)
                            + ServiceWords.missing(
                                    parameter.type(),
                                    parameter.target(),
                                    ConstructorFailure.another(node)));
        }
        return services;
    }

    private @Nullable Object get(ServiceReference<?> reference) {
        Object service = context.getService(reference);
        if (service != null) {
            releases.add(() -> {
                try {
                    context.ungetService(reference);
                } catch (IllegalStateException e) {
                    // the bundle has stopped, and with that given everything back
                }
            });
        }
        return service;
    }
}
