package org.dovetail.assembly.build;

import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * The bundles of a framework that algorithms can be taken from.
 *
 * @param context a context of the framework
 * @param states the states in which a bundle can be used
 */
public record UsableBundles(BundleContext context, int states) {

    private static final int ACTIVE = Bundle.ACTIVE | Bundle.STARTING;

    /** Those that are active. */
    public static UsableBundles active(BundleContext context) {
        return new UsableBundles(context, ACTIVE);
    }

    /** Those that are resolved, too: enough where a record tells what they offer. */
    public static UsableBundles resolved(BundleContext context) {
        return new UsableBundles(context, ACTIVE | Bundle.RESOLVED);
    }

    /** Returns whether an algorithm's bundle can be used, and is as it was when it was described. */
    boolean contain(AlgorithmDescription algorithm) {
        Bundle bundle = context.getBundle(algorithm.bundle().id());
        return bundle != null
                && bundle.getLastModified() == algorithm.bundle().modified()
                && (bundle.getState() & states) != 0;
    }
}
