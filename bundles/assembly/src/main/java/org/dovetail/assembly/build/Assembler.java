package org.dovetail.assembly.build;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Candidates;
import org.dovetail.assembly.Holding;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.resolution.Resolver;
import org.dovetail.assembly.scan.Installed;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Plans and builds trees from what is installed, and lets go of what is being stopped. */
@Component
public final class Assembler implements TaskTrees {

    private static final String RUNTIME =
            "(objectClass=org.osgi.service.component.runtime.ServiceComponentRuntime)";

    private final BundleContext context;
    private final Installed installed;
    private final AlgorithmServices services;
    private final LiveTrees trees;
    private final Object updating = new Object(); // else what was read first might be told last
    private final SynchronousBundleListener stopping = this::stopping;
    private final BundleListener changed = this::changed;
    private final ServiceListener described = this::described;

    /**
     * Publishes what is installed and begins to follow it.
     *
     * @param context the context of this bundle
     * @param components describes the components of bundles
     */
    @Activate
    public Assembler(BundleContext context, @Reference ServiceComponentRuntime components) {
        this.context = context;
        this.installed = new Installed(context, components);
        this.services = new AlgorithmServices(context);
        this.trees = new LiveTrees(UsableBundles.active(context));
        context.addBundleListener(stopping);
        context.addBundleListener(changed);
        try {
            context.addServiceListener(described, RUNTIME);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e); // the filter is a constant
        }
        update();
    }

    @Override
    public Catalogue catalogue() {
        return installed.read();
    }

    @Override
    public Resolution resolve(TreeRequest request, Candidates candidates) {
        Candidates staying =
                (path, candidate) -> trees.isRetired(candidate.bundle().id())
                        ? Optional.of("it is being uninstalled")
                        : candidates.objection(path, candidate);
        return new Resolver(catalogue(), request, staying).resolve();
    }

    @Override
    public List<Problem> check(TreePlan plan) {
        return trees.check(plan);
    }

    @Override
    public <R> TaskTree<R> build(TreePlan plan, Class<R> role, BuildOptions options) {
        return trees.build(plan, role, options);
    }

    @Override
    public List<Holding> holdings() {
        return trees.holdings();
    }

    @Override
    public CompletableFuture<Void> retire(long bundle) {
        return trees.retire(bundle);
    }

    @Override
    public void restore(long bundle) {
        trees.restore(bundle);
    }

    /** Holds up whoever stops a bundle until its calls in flight have ended. */
    private void stopping(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING) {
            services.withdraw(event.getBundle().getBundleId());
            trees.withdraw(event.getBundle());
        } else if (event.getType() == BundleEvent.UNINSTALLED) {
            trees.gone(event.getBundle().getBundleId());
        }
    }

    private void changed(BundleEvent event) {
        int type = event.getType();
        if (type == BundleEvent.STARTED || type == BundleEvent.STOPPED) {
            update();
        }
    }

    /** Follows the component runtime, which may learn of a bundle later than its listeners do. */
    private void described(ServiceEvent event) {
        if (event.getType() == ServiceEvent.MODIFIED) {
            update();
        }
    }

    private void update() {
        synchronized (updating) {
            if (context.getBundle(0).getState() != Bundle.STOPPING) { // else all is ending
                services.update(installed.read());
            }
        }
    }

    /** Stops following what is installed and gives up all trees. */
    @Deactivate
    public void close() {
        context.removeBundleListener(stopping);
        context.removeBundleListener(changed);
        context.removeServiceListener(described);
        trees.close();
    }
}
