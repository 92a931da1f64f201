package org.dovetail.assembly.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;
import org.dovetail.assembly.plan.TreeNode;

/** Computes what tells a node from others: its place, its class, its settings, its children. */
final class NodeKeys {

    private final boolean strict;
    private final Map<TreeNode, String> known = new IdentityHashMap<>();

    NodeKeys(boolean strict) {
        this.strict = strict;
    }

    String of(TreeNode node) {
        String key = known.get(node);
        if (key == null) {
            key = compute(node);
            known.put(node, key);
        }
        return key;
    }

    private String compute(TreeNode node) {
        StringBuilder text = new StringBuilder()
                .append(strict)
                .append('\n')
                .append(node.path())
                .append('\n')
                .append(node.algorithm().className())
                .append('\n')
                .append(node.algorithm().bundle().id())
                .append(' ')
                .append(node.algorithm().bundle().modified());
        node.values()
                .forEach((path, value) ->
                        text.append('\n').append(path).append('=').append(value.text()));
        for (TreeNode child : node.children()) {
            text.append('\n').append(child.slot()).append('=').append(of(child));
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
