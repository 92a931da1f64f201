package org.dovetail.benchmarks.swap.bare;

import java.util.Hashtable;
import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that offers a service that tells its version, and does nothing else. */
public final class Announcer implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        String version = context.getBundle().getVersion().toString();
        Supplier<String> service = () -> version;
        context.registerService(Supplier.class, service, new Hashtable<>());
    }

    @Override
    public void stop(BundleContext context) {} // the framework withdraws the service
}
