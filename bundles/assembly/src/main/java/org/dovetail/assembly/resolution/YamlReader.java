package org.dovetail.assembly.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Origin;
import org.snakeyaml.engine.v2.api.ConstructNode;
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
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/** Reads YAML with the place of every value; runs no code and makes no objects. */
final class YamlReader {

    private final Layer layer;
    private final Findings findings;
    private final Schema schema = new CoreSchema();
    private final Map<Node, Raw> done = new IdentityHashMap<>();

    YamlReader(Layer layer, Findings findings) {
        this.layer = layer;
        this.findings = findings;
    }

    /** Reads one document; nothing if it is empty or cannot be read. */
    Optional<Raw> read(String text) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(layer.name()).setSchema(schema).build();
        try {
            return new Compose(settings).composeString(text).map(this::convert);
        } catch (MarkedYamlEngineException e) {
            String context = e.getContext() == null ? "" : " " + e.getContext();
            findings.wrong(
                    origin(e.getProblemMark().or(e::getContextMark)),
                    "",
                    "is not valid YAML: " + e.getProblem() + context);
        } catch (YamlEngineException e) {
            findings.wrong(origin(Optional.empty()), "", "is not valid YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Raw convert(Node node) {
        Raw known = done.get(node);
        if (known != null) {
            return known;
        }
        Origin origin = origin(node.getStartMark());
        done.put(node, new Raw.Value(null, origin)); // what a list that holds itself holds
        if (node.isRecursive()) {
            findings.wrong(origin, "", "an alias may not stand within what it stands for");
        }
        Raw raw;
        if (node instanceof MappingNode mapping) {
            raw = mapping(mapping, origin);
        } else if (node instanceof SequenceNode sequence) {
            List<Raw> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item)));
            raw = new Raw.Items(items, origin);
        } else {
            raw = scalar((ScalarNode) node, origin);
        }
        done.put(node, raw);
        return raw;
    }

    private Raw mapping(MappingNode mapping, Origin origin) {
        List<Raw.Entry> entries = new ArrayList<>();
        Map<String, Origin> first = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Origin at = origin(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                findings.wrong(at, "", "a key must be a name");
                continue;
            }
            String key = scalar.getValue();
            Origin before = first.putIfAbsent(key, at);
            if (before != null) {
                findings.wrong(
                        at, "", "'" + key + "' is given twice, first in line " + before.line());
            }
            entries.add(new Raw.Entry(key, at, convert(tuple.getValueNode())));
        }
        return new Raw.Block(entries, origin);
    }

    private Raw scalar(ScalarNode scalar, Origin origin) {
        if (scalar.getTag().equals(Tag.STR)) {
            return new Raw.Value(scalar.getValue(), origin);
        }
        ConstructNode maker = schema.getSchemaTagConstructors().get(scalar.getTag());
        if (maker == null || scalar.getTag().getValue().startsWith("!")) {
            findings.wrong(origin, "", "tags such as " + scalar.getTag() + " are not allowed");
            return new Raw.Value(scalar.getValue(), origin);
        }
        try {
            return new Raw.Value(maker.construct(scalar), origin);
        } catch (YamlEngineException | IllegalArgumentException e) {
            findings.wrong(origin, "", "'" + scalar.getValue() + "' is not " + scalar.getTag());
            return new Raw.Value(scalar.getValue(), origin);
        }
    }

    private Origin origin(Optional<Mark> mark) {
        boolean option = layer.kind() == Layer.Kind.SET || layer.kind() == Layer.Kind.USE;
        return mark.isEmpty() || option
                ? new Origin(layer.kind(), layer.name(), 0, 0)
                : new Origin(
                        layer.kind(),
                        layer.name(),
                        mark.get().getLine() + 1,
                        mark.get().getColumn() + 1);
    }
}
