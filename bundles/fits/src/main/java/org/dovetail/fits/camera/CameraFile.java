package org.dovetail.fits.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.image.Box;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads camera files. All mistakes of a file are told at once, each with its line and column.
 */
public final class CameraFile {

    private final YamlTree tree;

    private CameraFile(YamlTree tree) {
        this.tree = tree;
    }

    /**
     * Reads a camera file.
     *
     * @param file the file
     * @return the camera
     * @throws TaskException with {@code INVALID_CONFIGURATION} if it cannot be read or is wrong
     */
    public static Camera read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION, "cannot read the camera file " + file, e);
        }
        YamlTree tree = new YamlTree(file.toString());
        Camera camera = new CameraFile(tree).camera(tree.root(text));
        tree.failIfWrong();
        return camera;
    }

    private Camera camera(Node root) {
        Map<String, Node> keys =
                tree.map(root, List.of("camera", "match", "keywords", "detector", "amplifiers"));
        Optional<String> name = text(keys, "camera");
        if (name.isEmpty()) {
            tree.wrong(root, "'camera' is missing: a name for the camera");
        }
        Map<String, Node> detector = keys.containsKey("detector")
                ? tree.map(keys.get("detector"), List.of("name", "defects"))
                : Map.of();
        List<AmplifierFacts> amplifiers = new ArrayList<>();
        for (Node item : tree.list(keys.get("amplifiers"))) {
            amplifiers.add(amplifier(item));
        }
        return new Camera(
                name.orElse(""),
                match(keys.get("match")),
                keywords(keys.get("keywords")),
                text(detector, "name"),
                amplifiers,
                defects(detector.get("defects")));
    }

    private Map<String, String> match(@Nullable Node node) {
        return node == null ? Map.of() : texts(tree.map(node, List.of()));
    }

    private Keywords keywords(@Nullable Node node) {
        return node == null
                ? Keywords.USUAL
                : Keywords.USUAL.with(texts(tree.map(node, Keywords.facts())));
    }

    private Map<String, String> texts(Map<String, Node> nodes) {
        Map<String, String> texts = new LinkedHashMap<>();
        nodes.forEach((key, value) -> tree.text(value).ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    private List<Box> defects(@Nullable Node node) {
        List<Box> boxes = new ArrayList<>();
        for (Node item : tree.list(node)) {
            tree.section(item).ifPresent(section -> boxes.add(section.box()));
        }
        return boxes;
    }

    private AmplifierFacts amplifier(Node node) {
        Map<String, Node> keys = tree.map(
                node,
                List.of(
                        "name",
                        "extension",
                        "data",
                        "overscan",
                        "parallelOverscan",
                        "detector",
                        "gain",
                        "readNoise",
                        "saturation",
                        "linearity"));
        return new AmplifierFacts(
                text(keys, "name"),
                text(keys, "extension"),
                new Sections(
                        section(keys, "data"),
                        section(keys, "overscan"),
                        section(keys, "parallelOverscan"),
                        section(keys, "detector")),
                new Electronics(
                        number(keys, "gain", Double.MIN_VALUE),
                        number(keys, "readNoise", 0),
                        number(keys, "saturation", Double.MIN_VALUE),
                        number(keys, "linearity", Double.MIN_VALUE)));
    }

    private Optional<String> text(Map<String, Node> keys, String key) {
        return Optional.ofNullable(keys.get(key)).flatMap(tree::text);
    }

    private Optional<Section> section(Map<String, Node> keys, String key) {
        return Optional.ofNullable(keys.get(key)).flatMap(tree::section);
    }

    private Optional<Double> number(Map<String, Node> keys, String key, double min) {
        Optional<Double> value = Optional.ofNullable(keys.get(key)).flatMap(tree::number);
        if (value.isPresent() && !(value.get() >= min)) {
            String limit = min > 0 ? "more than 0" : "at least " + min;
            tree.wrong(keys.get(key), key + " must be " + limit + ", was " + value.get());
            return Optional.empty();
        }
        return value;
    }
}
