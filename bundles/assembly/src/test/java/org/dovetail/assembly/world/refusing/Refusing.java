package org.dovetail.assembly.world.refusing;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Does not start. */
public final class Refusing implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("as asked");
    }

    @Override
    public void stop(BundleContext context) {}
}
