package org.dovetail.fits.camera;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The nodes of a YAML file, read strictly; collects what is wrong, with its place. */
final class YamlTree {

    private final String file;
    private final List<String> mistakes = new ArrayList<>();

    YamlTree(String file) {
        this.file = file;
    }

    Node root(String text) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            return new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new TaskException(
                            ErrorCode.INVALID_CONFIGURATION,
                            "the camera file " + file + " is empty"));
        } catch (MarkedYamlEngineException e) {
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION,
                    place(e.getProblemMark()) + ": not YAML: " + e.getProblem(),
                    e);
        } catch (YamlEngineException e) {
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION, file + " is not YAML: " + e.getMessage(), e);
        }
    }

    void wrong(Node node, String what) {
        mistakes.add(place(node.getStartMark()) + ": " + what);
    }

    void failIfWrong() {
        if (!mistakes.isEmpty()) {
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "the camera file is wrong:\n  " + String.join("\n  ", mistakes));
        }
    }

    /** Returns the entries of a mapping whose keys must be among some; any if there are none. */
    Map<String, Node> map(Node node, List<String> known) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            wrong(node, "a mapping is needed here" + keys(known));
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.isEmpty() && !known.contains(key)) {
                wrong(tuple.getKeyNode(), "unknown key '" + key + "'" + keys(known));
            } else if (entries.put(key, tuple.getValueNode()) != null) {
                wrong(tuple.getKeyNode(), "'" + key + "' is there twice");
            }
        }
        return entries;
    }

    /** Returns the items of a list; none if there is no node. */
    List<Node> list(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        wrong(node, "a list is needed here");
        return List.of();
    }

    Optional<String> text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        wrong(node, "a text is needed here");
        return Optional.empty();
    }

    Optional<Double> number(Node node) {
        try {
            return text(node).map(Double::valueOf);
        } catch (NumberFormatException e) {
            wrong(node, "a number is needed here, not '" + ((ScalarNode) node).getValue() + "'");
            return Optional.empty();
        }
    }

    /** Reads {@code [1:1024,1:1024]}, quoted or not; without quotes it is a list for YAML. */
    Optional<Section> section(Node node) {
        String notation = node instanceof SequenceNode sequence
                ? String.join(
                        ",", sequence.getValue().stream().map(YamlTree::scalar).toList())
                : scalar(node);
        Optional<Section> section = Section.parse(notation);
        if (section.isEmpty()) {
            wrong(node, "a section such as [1:1024,1:1024] is needed here, not '" + notation + "'");
        }
        return section;
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private static String keys(List<String> known) {
        return known.isEmpty() ? "" : "; known are " + String.join(", ", known);
    }

    private String place(Optional<Mark> mark) {
        return file
                + mark.map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                        .orElse("");
    }
}
