package org.dovetail.assembly.resolution;

import java.util.HashMap;
import java.util.Map;
import org.dovetail.assembly.catalogue.BundleDescription;
import org.dovetail.assembly.config.Origin;
import org.dovetail.assembly.plan.Lock;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.task.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Checks a plan against what a lock file pins beside versions and values. */
final class LockCheck {

    private record Pin(String text, Origin origin) {}

    private final Findings findings;
    private final Map<String, Pin> bundles = new HashMap<>();
    private @Nullable Pin configuration;

    /** Reads the block of a file. */
    LockCheck(Raw.Entry lock, Findings findings) {
        this.findings = findings;
        if (!(lock.value() instanceof Raw.Block block)) {
            findings.wrong(lock.origin(), Lock.KEY, "must be a block, as config dump writes it");
            return;
        }
        for (Raw.Entry entry : block.entries()) {
            if (entry.key().equals(Lock.CONFIGURATION)) {
                configuration = pin(entry);
            } else if (entry.key().equals(Lock.BUNDLES)
                    && entry.value() instanceof Raw.Block digests) {
                digests.entries().forEach(each -> bundles.put(each.key(), pin(each)));
            } else {
                findings.wrong(
                        entry.origin(),
                        Lock.KEY,
                        "has '" + Lock.CONFIGURATION + "' and a block '" + Lock.BUNDLES + "', not '"
                                + entry.key() + "'");
            }
        }
    }

    private Pin pin(Raw.Entry entry) {
        Object text = entry.value() instanceof Raw.Value value ? value.value() : null;
        if (!(text instanceof String)) {
            findings.wrong(entry.origin(), Lock.KEY, entry.key() + " must be a digest");
        }
        return new Pin(String.valueOf(text), entry.value().origin());
    }

    /** Refuses a bundle that is not the one that was locked; notes a change of settings. */
    void check(TreePlan plan) {
        for (TreeNode node : plan.nodes()) {
            BundleDescription bundle = node.algorithm().bundle();
            Pin pin = bundles.get(bundle.toString());
            if (pin != null && !pin.text().equals(bundle.digest())) {
                findings.problem(
                        ErrorCode.NO_SUCH_ALGORITHM,
                        pin.origin(),
                        node.path(),
                        node.algorithm() + " is not the one that was locked: bundle " + bundle
                                + " has the digest " + bundle.digest() + ", the lock has "
                                + pin.text() + "; install the bundle that was locked, or dump the"
                                + " configuration again to lock this one");
            }
        }
        if (configuration != null && !configuration.text().equals(plan.hash())) {
            findings.note(
                    configuration.origin(),
                    Lock.KEY,
                    "the configuration is no longer the one that was locked: it comes to "
                            + plan.hash() + "; config diff tells what was changed");
        }
    }
}
