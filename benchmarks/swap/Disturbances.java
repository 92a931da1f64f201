package org.dovetail.benchmarks.swap;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.SynchronousBundleListener;

/** Watches whether anything but some plugins is stopped, unresolved, updated or started. */
final class Disturbances implements SynchronousBundleListener, FrameworkListener {

    private static final int RESTARTS = BundleEvent.STARTED
            | BundleEvent.STOPPED
            | BundleEvent.UPDATED
            | BundleEvent.UNRESOLVED
            | BundleEvent.UNINSTALLED;

    private final Set<String> expected;
    private final Set<String> others = new ConcurrentSkipListSet<>();
    private final AtomicInteger ours = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final Bundle framework;
    private volatile boolean stopping;

    Disturbances(BundleContext context, String... expected) {
        this.expected = Set.of(expected);
        framework = context.getBundle(0);
        context.addBundleListener(this);
        context.addFrameworkListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        stopping |= framework.getState() == Bundle.STOPPING;
        if ((event.getType() & RESTARTS) == 0 || stopping) {
            return;
        }
        String name = event.getBundle().getSymbolicName();
        if (expected.contains(name)) {
            ours.incrementAndGet();
        } else {
            others.add(name);
        }
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR) {
            errors.incrementAndGet();
        }
    }

    @Override
    public String toString() {
        return ours + " bundle events of the plugins, " + errors + " framework errors, others: "
                + (others.isEmpty() ? "none" : String.join(", ", new TreeSet<>(others)));
    }
}
