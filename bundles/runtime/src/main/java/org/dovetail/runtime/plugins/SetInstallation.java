package org.dovetail.runtime.plugins;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.catalogue.Rejection;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/** Installs, resolves and starts a set of bundles, or leaves nothing of it. */
final class SetInstallation {

    private final BundleContext context;
    private final TaskTrees trees;
    private final Copies copies;
    private final List<Bundle> installed = new ArrayList<>();

    SetInstallation(BundleContext context, TaskTrees trees) {
        this.context = context;
        this.trees = trees;
        this.copies = new Copies(context);
    }

    /**
     * Installs a set.
     *
     * @param jars the set; none of it is installed
     * @return the bundles, in the order of the jars
     */
    List<Bundle> install(List<JarBundle> jars) {
        try {
            for (JarBundle jar : jars) {
                installed.add(install(jar));
            }
            FrameworkWiring wiring = wiring();
            if (!installed.isEmpty() && !wiring.resolveBundles(installed)) {
                throw new TaskException(ErrorCode.NO_SUCH_ALGORITHM, String.join("\n", whyNot()));
            }
            for (Bundle bundle : installed) {
                start(bundle);
            }
            return installed;
        } catch (RuntimeException | Error e) {
            undo();
            throw e;
        }
    }

    private Bundle install(JarBundle jar) {
        String location = copies.of(jar);
        try {
            return context.installBundle(location);
        } catch (BundleException e) {
            copies.delete(location);
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION,
                    jar.file() + ": cannot be installed: " + e.getMessage(),
                    e);
        }
    }

    private static void start(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new TaskException(
                    ErrorCode.NO_SUCH_ALGORITHM, id(bundle) + ": does not start: " + cause, e);
        }
    }

    /** Says of each bundle that does not resolve what it lacks. */
    private List<String> whyNot() {
        Map<String, String> reasons = new HashMap<>();
        for (Rejection rejection : trees.catalogue().rejections()) {
            reasons.put(rejection.bundle(), rejection.reason());
        }
        List<String> lines = new ArrayList<>();
        for (Bundle bundle : installed) {
            if (bundle.getState() == Bundle.INSTALLED) {
                lines.add(id(bundle) + ": " + reasons.get(id(bundle)));
            }
        }
        return lines;
    }

    private void undo() {
        List<Bundle> pending = new ArrayList<>(installed);
        for (Bundle bundle : pending) {
            try {
                bundle.uninstall();
            } catch (BundleException e) {
                continue; // it is stopped and unusable, and the reason of the failure is told
            }
        }
        FrameworkWiring wiring = wiring();
        pending.retainAll(wiring.getRemovalPendingBundles());
        if (!pending.isEmpty()) {
            wiring.refreshBundles(pending);
        }
        installed.forEach(bundle -> copies.delete(bundle.getLocation()));
    }

    private static String id(Bundle bundle) {
        return bundle.getSymbolicName() + "@" + bundle.getVersion();
    }

    private FrameworkWiring wiring() {
        return context.getBundle(0).adapt(FrameworkWiring.class);
    }
}
