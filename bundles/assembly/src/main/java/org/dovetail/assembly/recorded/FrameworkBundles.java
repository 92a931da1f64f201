package org.dovetail.assembly.recorded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.BundleDescription;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Says of a plan from a record which bundles of a framework its algorithms come from. */
final class FrameworkBundles {

    private final Map<String, Bundle> bundles = new HashMap<>();

    FrameworkBundles(BundleContext framework) {
        for (Bundle bundle : framework.getBundles()) {
            bundles.put(bundle.getSymbolicName() + "@" + bundle.getVersion(), bundle);
        }
    }

    TreeNode in(TreeNode node) {
        List<TreeNode> children = new ArrayList<>();
        for (TreeNode child : node.children()) {
            children.add(in(child));
        }
        return new TreeNode(
                node.path(),
                node.slot(),
                in(node.algorithm()),
                node.selection(),
                node.settings(),
                node.common(),
                children);
    }

    private AlgorithmDescription in(AlgorithmDescription algorithm) {
        BundleDescription recorded = algorithm.bundle();
        Bundle bundle = bundles.get(recorded.toString());
        if (bundle == null) {
            throw new TaskException(
                    ErrorCode.NO_SUCH_ALGORITHM,
                    algorithm + " of " + recorded + " is no longer installed");
        }
        return new AlgorithmDescription(
                algorithm.name(),
                algorithm.role(),
                algorithm.doc(),
                algorithm.className(),
                new BundleDescription(
                        recorded.symbolicName(),
                        recorded.version(),
                        bundle.getBundleId(),
                        bundle.getLastModified(),
                        recorded::digest),
                algorithm::details);
    }
}
