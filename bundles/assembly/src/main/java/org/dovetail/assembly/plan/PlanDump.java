package org.dovetail.assembly.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.CanonicalText;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Paths;
import org.dovetail.assembly.config.SettingValue;

/** Writes a plan as a configuration file that pins versions. */
final class PlanDump {

    private static final String USE = "use";

    private PlanDump() {}

    static String of(TreePlan plan) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put(USE, pinned(plan.root().algorithm()));
        addBlock(file, plan.root());
        for (Map.Entry<String, Assignment> entry : plan.kept().entrySet()) {
            keep(file, entry.getKey(), entry.getValue().value());
        }
        file.put(Lock.KEY, Lock.of(plan));
        StringBuilder text = new StringBuilder("# A lock of ")
                .append(plan.root().algorithm())
                .append(": every version and every value\n");
        writeMap(text, file, "");
        return text.toString();
    }

    private static String pinned(AlgorithmDescription algorithm) {
        return Selector.exactly(algorithm.name(), algorithm.version()).toString();
    }

    private static void addBlock(Map<String, Object> slot, TreeNode node) {
        addSettings(slot, node.common());
        Map<String, Object> block = new LinkedHashMap<>();
        addSettings(block, node.settings());
        for (SlotDescription child : node.algorithm().details().slots()) {
            block.put(child.name(), slot(child, node.in(child.name())));
        }
        if (!block.isEmpty()) {
            slot.put(node.algorithm().name(), block);
        }
    }

    private static void addSettings(Map<String, Object> block, Map<String, SettingValue> settings) {
        for (SettingValue setting : settings.values()) {
            if (!isDeprecatedDefault(setting)) { // else whoever reads it is told to mend it
                block.put(setting.description().name(), setting.value());
            }
        }
    }

    private static boolean isDeprecatedDefault(SettingValue setting) {
        return !setting.description().deprecated().isEmpty()
                && setting.origin().kind() == Layer.Kind.DEFAULT;
    }

    private static Map<String, Object> slot(SlotDescription slot, List<TreeNode> nodes) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (slot.cardinality().isList()) {
            List<Object> members = new ArrayList<>();
            for (TreeNode node : nodes) {
                Map<String, Object> member = new LinkedHashMap<>();
                member.put(USE, pinned(node.algorithm()));
                addBlock(member, node);
                members.add(member);
            }
            result.put(USE, members);
        } else if (nodes.isEmpty()) {
            result.put(USE, "none");
        } else {
            result.put(USE, pinned(nodes.get(0).algorithm()));
            addBlock(result, nodes.get(0));
        }
        return result;
    }

    /** Adds a value that is not in use; a place in a list that is no longer there is left out. */
    @SuppressWarnings("unchecked") // all keys of these maps are texts
    private static void keep(Map<String, Object> file, String path, Object value) {
        Map<String, Object> map = file;
        List<String> keys = Paths.split(path);
        for (String segment : keys.subList(0, keys.size() - 1)) {
            int bracket = segment.startsWith("\"") ? -1 : segment.indexOf('[');
            String key = bracket < 0 ? Paths.name(segment) : segment.substring(0, bracket);
            Object next = map.computeIfAbsent(key, k -> new LinkedHashMap<String, Object>());
            if (bracket >= 0 && next instanceof Map<?, ?> slot) {
                int index = Integer.parseInt(segment.substring(bracket + 1, segment.length() - 1));
                next = slot.get(USE) instanceof List<?> members && index < members.size()
                        ? members.get(index)
                        : value;
            }
            if (!(next instanceof Map<?, ?>)) {
                return;
            }
            map = (Map<String, Object>) next;
        }
        map.putIfAbsent(Paths.name(keys.get(keys.size() - 1)), value);
    }

    private static void writeMap(StringBuilder text, Map<?, ?> map, String indent) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(indent).append(key(entry.getKey().toString())).append(':');
            writeValue(text, entry.getValue(), indent);
        }
    }

    private static void writeValue(StringBuilder text, Object value, String indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            text.append('\n');
            writeMap(text, map, indent + "  ");
        } else if (value instanceof List<?> list && holdsMaps(list)) {
            text.append('\n');
            for (Object item : list) {
                StringBuilder lines = new StringBuilder();
                writeMap(lines, (Map<?, ?>) item, indent + "    ");
                text.append(indent).append("  - ").append(lines.substring(indent.length() + 4));
            }
        } else {
            text.append(' ').append(value instanceof Map ? "{}" : CanonicalText.of(value));
            text.append('\n');
        }
    }

    private static boolean holdsMaps(List<?> list) {
        return !list.isEmpty() && list.stream().allMatch(item -> item instanceof Map);
    }

    private static String key(String name) {
        boolean plain = !name.isEmpty() && Character.isLetter(name.charAt(0));
        for (int i = 0; plain && i < name.length(); i++) {
            char c = name.charAt(i);
            plain = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
        }
        boolean word = name.equals("true") || name.equals("false") || name.equals("null");
        return plain && !word ? name : CanonicalText.of(name);
    }
}
