package org.dovetail.assembly.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.dovetail.assembly.catalogue.BundleDescription;

/** What a lock file pins beside versions and values: the bundles, and what it all comes to. */
public final class Lock {

    /** The key of the block, at the top of the file. */
    public static final String KEY = "lock";

    /** The key of the hash of the effective configuration. */
    public static final String CONFIGURATION = "configuration";

    /** The key of the digests by bundle, as {@code org.example.mesh@1.0.0}. */
    public static final String BUNDLES = "bundles";

    private Lock() {}

    static Map<String, Object> of(TreePlan plan) {
        Map<String, Object> bundles = new TreeMap<>();
        for (TreeNode node : plan.nodes()) {
            BundleDescription bundle = node.algorithm().bundle();
            bundles.computeIfAbsent(bundle.toString(), name -> bundle.digest());
        }
        Map<String, Object> lock = new LinkedHashMap<>();
        lock.put(CONFIGURATION, plan.hash());
        lock.put(BUNDLES, bundles);
        return lock;
    }
}
