package org.dovetail.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.data.StorageFormat;
import org.dovetail.execution.Formats;
import org.dovetail.runtime.Plugins;
import org.dovetail.runtime.Runs;
import org.dovetail.runtime.Workspace;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/**
 * An installation that is the framework around this bundle.
 *
 * @param context the bundle's view of the framework
 * @param trees knows what is installed
 */
record Framework(BundleContext context, TaskTrees trees) implements Installation {

    private static final String FAILURES = "(name=org.dovetail.launcher.failures)";

    @Override
    public Formats formats() {
        return new Formats(storageFormats());
    }

    /** Returns all formats, the preferred ones first. */
    List<StorageFormat<?>> storageFormats() {
        List<StorageFormat<?>> formats = new ArrayList<>();
        for (ServiceReference<?> reference : references(StorageFormat.class, "(objectClass=*)")) {
            Object service = context.getService(reference);
            if (service instanceof StorageFormat<?> format) {
                formats.add(format);
            }
        }
        return formats;
    }

    @Override
    public Map<String, String> failures() {
        Map<String, String> failures = new TreeMap<>();
        for (ServiceReference<?> reference : references(Supplier.class, FAILURES)) {
            Object service = context.getService(reference);
            if (service instanceof Supplier<?> supplier
                    && supplier.get() instanceof Map<?, ?> reasons) {
                reasons.forEach((file, reason) ->
                        failures.put(String.valueOf(file), String.valueOf(reason)));
            }
        }
        return failures;
    }

    /** As Maven writes it: with a hyphen before what OSGi calls the qualifier. */
    @Override
    public String version() {
        Version version = context.getBundle().getVersion();
        String numbers = version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
        return version.getQualifier().isEmpty() ? numbers : numbers + "-" + version.getQualifier();
    }

    @Override
    public Optional<Shell> shell() {
        return Optional.ofNullable(context.getServiceReference(Shell.class))
                .map(context::getService);
    }

    /** Looks up the services of the live runtime; nothing of it is created before. */
    @Override
    public LiveInstallation begin(String who) {
        return new LiveInstallation(
                this,
                new Live(
                        service(Plugins.class),
                        service(Workspace.class),
                        service(Runs.class),
                        who));
    }

    private <S> S service(Class<S> type) {
        ServiceReference<S> reference = context.getServiceReference(type);
        S service = reference == null ? null : context.getService(reference);
        if (service == null) {
            throw new IllegalStateException("nothing offers " + type.getName());
        }
        return service;
    }

    /** References in the order of rank and age, so that equal installations choose equally. */
    private List<ServiceReference<?>> references(Class<?> type, String filter) {
        try {
            Collection<? extends ServiceReference<?>> found =
                    context.getServiceReferences(type, filter);
            List<ServiceReference<?>> sorted = new ArrayList<>(found);
            sorted.sort((a, b) -> b.compareTo(a));
            return sorted;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
