package org.dovetail.assembly.file;

import java.util.List;
import java.util.Optional;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Changes one value of a YAML text at its place in the text. */
final class YamlEdit {

    private static final String USE = "use";
    private static final int INDENT = 2;

    private final String name;
    private final String text;
    private final String lineEnd;

    YamlEdit(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** Returns the text with a value at a place. */
    String set(List<Object> steps, ValueText value) {
        Node root = new Compose(ConfigFile.settings(name)).composeString(text).orElse(null);
        if (root == null || isNull(root)) {
            return lines(text.length(), 0, steps, value);
        }
        return edit(root, null, steps, value, false);
    }

    /**
     * Changes what is below a node.
     *
     * @param node the node
     * @param entry the entry whose value it is; null for the top and for members of lists
     * @param flow whether it stands within braces or brackets
     */
    private String edit(
            Node node,
            @Nullable NodeTuple entry,
            List<Object> steps,
            ValueText value,
            boolean flow) {
        if (entry != null && start(node) < end(entry.getKeyNode())) {
            throw refused(
                    entry.getKeyNode(),
                    "has an alias for a value, which stands elsewhere; edit the file by hand");
        }
        if (steps.isEmpty()) {
            return replace(node, entry, value, flow);
        }
        if (steps.get(0) instanceof Integer index) {
            return member(node, index, steps, value, flow);
        }
        if (node instanceof MappingNode mapping) {
            Optional<NodeTuple> found = find(mapping, steps.get(0).toString());
            return found.isPresent()
                    ? edit(
                            found.get().getValueNode(),
                            found.get(),
                            steps.subList(1, steps.size()),
                            value,
                            flow || isFlow(node))
                    : insert(mapping, steps, value);
        }
        if (steps.size() == 1 && steps.get(0).equals(USE) && !isNull(node)) {
            return replace(node, entry, value, flow); // a name or a list in place of the block
        }
        return intoBlock(node, entry, steps, value, flow);
    }

    private String member(Node node, int index, List<Object> steps, ValueText value, boolean flow) {
        if (node instanceof MappingNode slot) {
            NodeTuple use = find(slot, USE)
                    .orElseThrow(() -> refused(node, "has no list of which to change a member"));
            return edit(use.getValueNode(), use, steps, value, flow || isFlow(node));
        }
        if (!(node instanceof SequenceNode list) || index >= list.getValue().size()) {
            throw refused(node, "has no member [" + index + "]");
        }
        Node item = list.getValue().get(index);
        if (start(item) < start(list)) {
            throw refused(node, "has an alias for a member, whose value stands elsewhere");
        }
        return edit(item, null, steps.subList(1, steps.size()), value, flow || isFlow(node));
    }

    /** Replaces a value and nothing else. */
    private String replace(Node node, @Nullable NodeTuple entry, ValueText value, boolean flow) {
        if (isNull(node) && start(node) == end(node)) {
            return splice(start(node), start(node), " " + value.written(flow));
        }
        if (!isBlockCollection(node) || entry == null) {
            return splice(start(node), end(node), value.written(flow));
        }
        int colon = text.indexOf(':', end(entry.getKeyNode())) + 1;
        return text.substring(0, colon) + " " + value.written(false)
                + text.substring(colon, endOfLine(colon)) + text.substring(end(node));
    }

    /** Makes a block of what is none: an empty place, a name, or a list. */
    private String intoBlock(
            Node node,
            @Nullable NodeTuple entry,
            List<Object> steps,
            ValueText value,
            boolean flow) {
        boolean nothing = isNull(node) && start(node) == end(node);
        if (nothing && entry != null && !flow) {
            int indent = column(entry.getKeyNode()) + INDENT;
            return lines(endOfLine(start(node)), indent, steps, value);
        }
        if (isNull(node)) {
            String block = "{" + flow(steps, value) + "}";
            return splice(start(node), end(node), nothing ? " " + block : block);
        }
        if (isBlockCollection(node)) { // a list: it becomes the value of 'use'
            int column = column(node);
            String use = USE + ":" + lineEnd + " ".repeat(column);
            String after = lines(afterLine(node), column, steps, value);
            return after.substring(0, start(node)) + use + after.substring(start(node));
        }
        String use = "{" + USE + ": " + text.substring(start(node), end(node)) + ", ";
        return splice(start(node), end(node), use + flow(steps, value) + "}");
    }

    /** Adds an entry at the end of a mapping. */
    private String insert(MappingNode mapping, List<Object> steps, ValueText value) {
        List<NodeTuple> entries = mapping.getValue();
        if (isFlow(mapping)) {
            if (entries.isEmpty()) {
                int brace = text.indexOf('{', start(mapping)) + 1;
                return splice(brace, brace, flow(steps, value));
            }
            int last = end(entries.get(entries.size() - 1).getValueNode());
            return splice(last, last, ", " + flow(steps, value));
        }
        int indent = column(entries.get(0).getKeyNode());
        return lines(afterLine(mapping), indent, steps, value);
    }

    private String flow(List<Object> steps, ValueText value) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            result.append(i == 0 ? "" : "{").append(key(steps.get(i))).append(": ");
        }
        return result.append(value.written(true))
                .append("}".repeat(steps.size() - 1))
                .toString();
    }

    /** Inserts lines at the beginning of a line, or after the last one. */
    private String lines(int at, int indent, List<Object> steps, ValueText value) {
        StringBuilder result = new StringBuilder();
        int place = at;
        boolean begun = place == 0 || text.charAt(place - 1) == '\n';
        if (!begun && text.startsWith(lineEnd, place)) {
            place += lineEnd.length();
            begun = true;
        }
        if (!begun) {
            result.append(lineEnd); // the last line of the file has no end
        }
        for (int i = 0; i < steps.size(); i++) {
            result.append(" ".repeat(indent + i * INDENT))
                    .append(key(steps.get(i)))
                    .append(':');
            result.append(i < steps.size() - 1 ? lineEnd : " " + value.written(false));
        }
        if (begun) {
            result.append(lineEnd);
        }
        return splice(place, place, result.toString());
    }

    private String key(Object step) {
        if (step instanceof Integer) {
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION,
                    name + ": a list cannot be made from the number of a member; set the list");
        }
        return ValueText.key(step.toString());
    }

    private String splice(int from, int to, String with) {
        return text.substring(0, from) + with + text.substring(to);
    }

    private static Optional<NodeTuple> find(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .findFirst();
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static boolean isFlow(Node node) {
        return node instanceof CollectionNode<?> all && all.getFlowStyle() == FlowStyle.FLOW;
    }

    private static boolean isBlockCollection(Node node) {
        return node instanceof CollectionNode<?> && !isFlow(node);
    }

    private int start(Node node) {
        return offset(node.getStartMark().orElseThrow());
    }

    /** Returns where the text of a node ends; a block ends with its last value. */
    private int end(Node node) {
        if (isBlockCollection(node)) {
            if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
                List<NodeTuple> entries = mapping.getValue();
                NodeTuple last = entries.get(entries.size() - 1);
                return Math.max(end(last.getValueNode()), end(last.getKeyNode()));
            } else if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
                return end(list.getValue().get(list.getValue().size() - 1));
            }
        }
        return offset(node.getEndMark().orElseThrow());
    }

    /** Returns the beginning of the line after a block, or the end of the text. */
    private int afterLine(Node block) {
        int end = end(block);
        boolean begins = end > 0 && text.charAt(end - 1) == '\n'; // after a text of several lines
        return begins && isLiteral(lastOf(block)) ? end : endOfLine(end);
    }

    private static boolean isLiteral(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                        || scalar.getScalarStyle() == ScalarStyle.FOLDED);
    }

    private static Node lastOf(Node node) {
        Node last = node;
        while (true) {
            if (last instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
                last = mapping.getValue().get(mapping.getValue().size() - 1).getValueNode();
            } else if (last instanceof SequenceNode list && !list.getValue().isEmpty()) {
                last = list.getValue().get(list.getValue().size() - 1);
            } else {
                return last;
            }
        }
    }

    /** Returns the end of a line, before what ends it. */
    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        if (end < 0) {
            return text.length();
        }
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private int column(Node node) {
        return node.getStartMark().orElseThrow().getColumn();
    }

    /** The reader counts characters, Java counts halves of them. */
    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    private TaskException refused(Node node, String what) {
        Mark mark = node.getStartMark().orElseThrow();
        return new TaskException(
                ErrorCode.INVALID_CONFIGURATION,
                name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": " + what);
    }
}
