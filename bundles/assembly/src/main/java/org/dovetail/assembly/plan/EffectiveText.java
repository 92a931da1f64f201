package org.dovetail.assembly.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.dovetail.assembly.config.SettingValue;

/** Writes what a plan does, and nothing of how it was asked for. */
final class EffectiveText {

    private EffectiveText() {}

    static String of(TreePlan plan) {
        Map<String, String> lines = new TreeMap<>();
        for (TreeNode node : plan.nodes()) {
            lines.put(node.path(), node.algorithm().toString());
            for (Map.Entry<String, SettingValue> entry : node.values().entrySet()) {
                lines.put(entry.getKey(), entry.getValue().text());
            }
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(
                (path, value) -> text.append(path).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
