package org.dovetail.assembly.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<LiveTree<?>> trees = ConcurrentHashMap.newKeySet();
    private final Map<Long, CompletableFuture<Void>> retired = new ConcurrentHashMap<>();
    private final LiveTree.Owner owner = new Trees();
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
        context.addBundleListener(stopping);
        context.addBundleListener(changed);
        try {
            context.addServiceListener(described, RUNTIME);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e); // the filter is a constant
        }
        services.update(installed.read());
    }

    @Override
    public Catalogue catalogue() {
        return installed.read();
    }

    @Override
    public Resolution resolve(TreeRequest request, Candidates candidates) {
        Candidates staying =
                (path, candidate) -> owner.isRetired(candidate.bundle().id())
                        ? Optional.of("it is being uninstalled")
                        : candidates.objection(path, candidate);
        return new Resolver(catalogue(), request, staying).resolve();
    }

    @Override
    public List<Problem> check(TreePlan plan) {
        return new Nodes(context, false, false).check(plan.root());
    }

    @Override
    public <R> TaskTree<R> build(TreePlan plan, Class<R> role, BuildOptions options) {
        LiveTree<R> tree = new LiveTree<>(context, plan, role, options, owner);
        trees.add(tree); // before it is built, so that a bundle that stops meanwhile finds it
        try {
            tree.swap(plan);
        } catch (RuntimeException | Error e) {
            trees.remove(tree);
            throw e;
        }
        return tree;
    }

    @Override
    public List<Holding> holdings() {
        List<Holding> all = new ArrayList<>();
        trees.forEach(tree -> all.addAll(tree.holdings()));
        return all;
    }

    @Override
    public CompletableFuture<Void> retire(long bundle) {
        CompletableFuture<Void> released =
                retired.computeIfAbsent(bundle, id -> new CompletableFuture<>());
        owner.drained(); // perhaps it is free already
        return released.copy();
    }

    @Override
    public void restore(long bundle) {
        CompletableFuture<Void> released = retired.remove(bundle);
        if (released != null) {
            released.cancel(false);
        }
    }

    /** What trees tell, and ask. */
    private final class Trees implements LiveTree.Owner {

        @Override
        public void closed(LiveTree<?> tree) {
            trees.remove(tree);
        }

        @Override
        public void drained() {
            retired.forEach((bundle, released) -> {
                if (trees.stream().noneMatch(tree -> tree.uses(bundle))) {
                    released.complete(null);
                }
            });
        }

        @Override
        public boolean isRetired(long bundle) {
            return retired.containsKey(bundle);
        }
    }

    /** Holds up whoever stops a bundle until its calls in flight have ended. */
    private void stopping(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING) {
            services.withdraw(event.getBundle().getBundleId());
            trees.forEach(tree -> tree.withdraw(event.getBundle()));
        } else if (event.getType() == BundleEvent.UNINSTALLED) {
            retired.remove(event.getBundle().getBundleId());
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
        if (context.getBundle(0).getState() != Bundle.STOPPING) { // else all is ending
            services.update(installed.read());
        }
    }

    /** Stops following what is installed and gives up all trees. */
    @Deactivate
    public void close() {
        context.removeBundleListener(stopping);
        context.removeBundleListener(changed);
        context.removeServiceListener(described);
        trees.forEach(LiveTree::close);
    }
}
