package org.dovetail.assembly.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.CanonicalText;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Origin;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.plan.EffectiveNode;
import org.dovetail.assembly.plan.Lock;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Reads a lock file without knowing what is installed. That works since a lock file leaves nothing
 * out: a block with a {@code use} is a slot, and all else in the block of an algorithm in use is a
 * setting.
 */
public final class LockReader {

    private static final String NONE = "none";

    private final Findings findings;
    private final SortedMap<String, Assignment> bundles = new TreeMap<>();

    /** What a lock file holds: a tree, and the digests of bundles. */
    public record Content(EffectiveNode root, SortedMap<String, Assignment> bundles) {}

    private LockReader(Findings findings) {
        this.findings = findings;
    }

    /**
     * Reads a lock file.
     *
     * @param layer the file
     * @throws TaskException with {@code INVALID_CONFIGURATION} and places if it is none
     */
    public static Content read(Layer layer) {
        Findings findings = new Findings();
        Origin file = new Origin(layer.kind(), layer.name(), 0, 0);
        Optional<Raw> raw = new YamlReader(layer, findings).read(layer.text().orElse(""));
        LockReader reader = new LockReader(findings);
        List<EffectiveNode> nodes = new ArrayList<>();
        if (raw.isPresent() && raw.get() instanceof Raw.Block block) {
            reader.root(block, nodes);
        }
        if (nodes.isEmpty() && findings.problems.isEmpty()) {
            findings.wrong(file, "", "is no lock file: it has no 'use' with a version at its top");
        }
        if (!findings.problems.isEmpty()) {
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION,
                    findings.problems.stream()
                            .map(Problem::toString)
                            .collect(Collectors.joining("\n")));
        }
        return new Content(nodes.get(0), reader.bundles);
    }

    private void root(Raw.Block file, List<EffectiveNode> nodes) {
        value(file, Lock.KEY)
                .filter(Raw.Block.class::isInstance)
                .flatMap(lock -> value((Raw.Block) lock, Lock.BUNDLES))
                .filter(Raw.Block.class::isInstance)
                .ifPresent(digests -> ((Raw.Block) digests)
                        .entries()
                        .forEach(each -> bundles.put(
                                each.key(),
                                new Assignment(
                                        String.valueOf(Raw.plain(each.value())),
                                        each.value().origin()))));
        slot("", file, nodes);
    }

    private void slot(String path, Raw.Block slot, List<EffectiveNode> nodes) {
        Raw use = value(slot, SlotWalk.USE).orElse(null);
        if (use instanceof Raw.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                if (items.items().get(i) instanceof Raw.Block member) {
                    slot(path + "[" + i + "]", member, nodes);
                } else {
                    pinned(path, items.items().get(i));
                }
            }
        } else if (use != null && !NONE.equals(Raw.plain(use))) {
            pinned(path, use).ifPresent(selector -> nodes.add(node(path, slot, use, selector)));
        }
    }

    /** Returns name and version, of which a lock file has both. */
    private Optional<String[]> pinned(String path, Raw use) {
        String[] parts = String.valueOf(Raw.plain(use)).split("@", 2);
        if (parts.length < 2) {
            findings.wrong(use.origin(), path, "is not pinned to a version, so this is no lock");
            return Optional.empty();
        }
        return Optional.of(parts);
    }

    private EffectiveNode node(String place, Raw.Block slot, Raw use, String[] selector) {
        String path = place.isEmpty() ? selector[0] : place;
        String block = place.isEmpty() ? path : path + "." + selector[0];
        SortedMap<String, Assignment> settings = new TreeMap<>();
        List<EffectiveNode> children = new ArrayList<>();
        for (Raw.Entry entry : slot.entries()) { // what the role has in common
            if (!entry.key().equals(SlotWalk.USE) && !(entry.value() instanceof Raw.Block)) {
                setting(
                        place.isEmpty() ? entry.key() : place + "." + entry.key(),
                        entry.value(),
                        settings);
            }
        }
        Optional<Raw> own = value(slot, selector[0]);
        if (own.isPresent() && own.get() instanceof Raw.Block entries) {
            for (Raw.Entry entry : entries.entries()) {
                String name = block + "." + entry.key();
                if (entry.value() instanceof Raw.Block child) {
                    slot(name, child, children);
                } else {
                    setting(name, entry.value(), settings);
                }
            }
        }
        return new EffectiveNode(
                path, selector[0], selector[1], "", use.origin().toString(), settings, children);
    }

    private static void setting(String path, Raw raw, SortedMap<String, Assignment> settings) {
        Object value = Raw.plain(raw);
        settings.put(
                path, new Assignment(value == null ? "" : CanonicalText.of(value), raw.origin()));
    }

    private static Optional<Raw> value(Raw.Block block, String key) {
        return block.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Raw.Entry::value)
                .findFirst();
    }
}
