package org.dovetail.assembly.build;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Holding;
import org.dovetail.assembly.Lease;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.Timings;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tree whose generations share the nodes that did not change.
 *
 * <p>Three locks, none of which is held while another thread's call is waited for: one makes swaps
 * follow each other; one guards which generation is current, and is held for a few assignments only;
 * the nodes have their own.
 *
 * @param <R> the role of the root
 */
public final class LiveTree<R> implements TaskTree<R> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveTree.class);

    private final UsableBundles bundles;
    private final Class<R> role;
    private final BuildOptions options;
    private final Owner owner;
    private final R facade;
    private final Nodes nodes;
    private final RootService service;
    private final Object swapping = new Object();

    private final Object lock = new Object(); // guards what follows
    private final Set<Generation> generations = new LinkedHashSet<>();
    private volatile @Nullable Generation current; // read without the lock by every lease
    private volatile String unavailable = "";
    private TreePlan plan;
    private boolean closed;

    /** Knows of all trees. */
    interface Owner {

        /** A tree has been given up, and nothing of it is left. */
        void closed(LiveTree<?> tree);

        /** A generation has been taken apart. */
        void drained();

        /** Returns whether a bundle is to go. */
        boolean isRetired(long bundle);
    }

    /**
     * Makes a tree; nothing is built before the first {@link #swap swap}.
     *
     * @param bundles where algorithms come from
     * @param plan what will be built first
     * @param role the role of the root
     * @param options how to build it
     * @param owner knows of all trees
     */
    public LiveTree(
            UsableBundles bundles,
            TreePlan plan,
            Class<R> role,
            BuildOptions options,
            Owner owner) {
        this.bundles = bundles;
        this.plan = plan;
        this.role = role;
        this.options = options;
        this.owner = owner;
        this.nodes = new Nodes(bundles, options.strict(), options.guard());
        this.facade = role.cast(Proxy.newProxyInstance(
                role.getClassLoader(), new Class<?>[] {role}, callInLease()));
        this.service = new RootService(bundles.context(), role, facade);
    }

    private InvocationHandler callInLease() {
        return (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> plan().root().path();
                };
            }
            try (Lease<R> lease = lease()) {
                return method.invoke(lease.task(), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause(); // the caller sees what the algorithm threw
            }
        };
    }

    @Override
    public TreePlan plan() {
        synchronized (lock) {
            return plan;
        }
    }

    @Override
    public Lease<R> lease() {
        return new Held(hold(), null);
    }

    @Override
    public Lease<R> lease(String holder) {
        Generation generation = hold();
        Generation.Name name = new Generation.Name(new Holding.Holder(holder, Instant.now()));
        generation.note(name);
        return new Held(generation, name);
    }

    private Generation hold() {
        while (true) {
            Generation generation = current;
            if (generation == null) {
                throw gone(unavailable);
            }
            if (generation.hold()) { // else it was replaced just now
                return generation;
            }
        }
    }

    @Override
    public R task() {
        return facade;
    }

    @Override
    public void swap(TreePlan next) {
        synchronized (swapping) {
            Generation generation = new Generation(next, nodes.build(next.root()), this::takeApart);
            Generation old;
            try {
                old = switchTo(generation);
            } catch (TaskException e) {
                generation.release();
                throw e;
            }
            service.show(this::planInUse);
            if (old != null) {
                old.release();
            }
        }
    }

    private @Nullable Generation switchTo(Generation generation) {
        if (!role.isInstance(generation.root().slot())) {
            throw gone(ConstructorFailure.where(generation.root().plan()) + "is no "
                    + role.getName() + " as the caller knows it");
        }
        synchronized (lock) {
            if (closed) {
                throw gone(unavailable);
            }
            // From here on a bundle that stops finds the generation; one that did before is found.
            generations.add(generation);
            for (Node node : generation.nodes()) {
                if (!bundles.contain(node.plan().algorithm())) {
                    throw gone(ConstructorFailure.where(node.plan()) + "was stopped meanwhile");
                }
                if (owner.isRetired(node.plan().algorithm().bundle().id())) {
                    throw gone(ConstructorFailure.where(node.plan()) + "is being uninstalled");
                }
            }
            Generation old = current;
            current = generation;
            plan = generation.plan();
            return old;
        }
    }

    /** Closes what nobody else uses; only then are the bundles of it free. */
    private void takeApart(Generation generation) {
        try {
            nodes.release(generation.nodes());
        } finally {
            synchronized (lock) {
                generations.remove(generation);
            }
            tellIfAllIsOver();
            owner.drained();
        }
    }

    /** Has a closed tree forgotten when its last lease has ended: until then it uses bundles. */
    private void tellIfAllIsOver() {
        boolean over;
        synchronized (lock) {
            over = closed && generations.isEmpty();
        }
        if (over) {
            owner.closed(this);
        }
    }

    /** Returns the generations that are in use, the newest last. */
    List<Holding> holdings() {
        synchronized (lock) {
            List<Holding> all = new ArrayList<>();
            for (Generation generation : generations) {
                all.add(generation.holding(generation == current));
            }
            return all;
        }
    }

    /** Returns whether any generation has anything of a bundle. */
    boolean uses(long bundle) {
        synchronized (lock) {
            return generations.stream().anyMatch(generation -> generation.uses(bundle));
        }
    }

    @Override
    public void publish(Map<String, ?> properties) {
        service.want(properties);
        service.show(this::planInUse);
    }

    private @Nullable TreePlan planInUse() {
        Generation generation = current;
        return generation == null ? null : generation.plan();
    }

    @Override
    public Timings timings() {
        return nodes.timings();
    }

    /**
     * Lets go of a bundle that is being stopped: no new leases on what uses it, and a wait, up to
     * the limit, for those there are.
     *
     * @param bundle the bundle
     */
    public void withdraw(Bundle bundle) {
        List<Generation> using = new ArrayList<>();
        synchronized (lock) {
            for (Generation generation : generations) {
                if (generation.uses(bundle.getBundleId())) {
                    using.add(generation);
                }
            }
        }
        for (Generation generation : using) {
            leave(
                    generation,
                    "the task " + generation.plan().root().path() + " is not available: bundle "
                            + bundle.getSymbolicName() + " " + bundle.getVersion()
                            + " was stopped");
        }
        for (Generation generation : using) {
            awaitDrained(generation, bundle);
        }
    }

    private void awaitDrained(Generation generation, Bundle bundle) {
        try {
            if (!generation.awaitDrained(options.drainLimit())) {
                LOG.warn(
                        "bundle {} {} is stopped while {} calls of {} are in flight",
                        bundle.getSymbolicName(),
                        bundle.getVersion(),
                        generation.holders(),
                        generation.plan().root().path());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves a generation without another one in its place, if it still is the current one. */
    private void leave(Generation generation, String reason) {
        synchronized (lock) {
            if (current != generation) {
                return;
            }
            unavailable = reason;
            current = null;
        }
        service.hide();
        generation.release();
    }

    @Override
    public void close() {
        Generation last;
        synchronized (lock) {
            closed = true;
            unavailable = "the task " + plan.root().path() + " is closed";
            last = current;
        }
        if (last != null) {
            leave(last, unavailable);
        }
        tellIfAllIsOver();
    }

    private static TaskException gone(String why) {
        return new TaskException(ErrorCode.NO_SUCH_ALGORITHM, why);
    }

    /** A lease on one generation. */
    private final class Held implements Lease<R> {

        private final Generation generation;
        private final Generation.@Nullable Name name;
        private final AtomicBoolean open = new AtomicBoolean(true);

        Held(Generation generation, Generation.@Nullable Name name) {
            this.generation = generation;
            this.name = name;
        }

        @Override
        public R task() {
            return role.cast(generation.root().slot());
        }

        @Override
        public TreePlan plan() {
            return generation.plan();
        }

        @Override
        public Class<?> algorithmClass() {
            return generation.root().instance().getClass();
        }

        @Override
        public void close() {
            if (open.compareAndSet(true, false)) {
                if (name != null) {
                    generation.forget(name);
                }
                generation.release();
            }
        }
    }
}
