package org.dovetail.assembly.resolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Origin;
import org.dovetail.assembly.config.SettingValue;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.task.SettingDescription;

/** Resolves what the layers say of one algorithm: its settings and its slots. */
final class AlgorithmWalk {

    private static final int DEEPEST = 40;

    private final SlotWalk slots;
    private final Findings findings;
    private final boolean live;
    private final List<AlgorithmDescription> way = new ArrayList<>();

    AlgorithmWalk(SlotWalk slots, Findings findings, boolean live) {
        this.slots = slots;
        this.findings = findings;
        this.live = live;
    }

    /**
     * Resolves an algorithm that is in use.
     *
     * @param path the place of the slot, or of the member of a list slot; empty for the root
     * @param slot the slot
     * @param algorithm the algorithm
     * @param blocks what the layers say of it, the weakest first
     * @param common what they say of settings that all algorithms of the role have in common
     * @param selection which layers chose it
     */
    TreeNode resolve(
            String path,
            SlotDescription slot,
            AlgorithmDescription algorithm,
            List<Raw.Entry> blocks,
            Map<String, List<Raw.Entry>> common,
            List<Assignment> selection) {
        String block = path.isEmpty() ? algorithm.name() : path + "." + algorithm.name();
        Parts parts = new Parts(block, algorithm, blocks);
        return new TreeNode(
                path.isEmpty() ? algorithm.name() : path,
                slot.name(),
                algorithm,
                selection,
                parts.settings(selection),
                common(path, slot.role(), common),
                parts.children());
    }

    /** Resolves the settings that all algorithms of a role have in common. */
    SortedMap<String, SettingValue> common(
            String path, RoleDescription role, Map<String, List<Raw.Entry>> entries) {
        SortedMap<String, SettingValue> values = new TreeMap<>();
        Origin defaults = new Origin(Layer.Kind.DEFAULT, "role " + role.name(), 0, 0);
        for (SettingDescription setting : role.settings()) {
            String place = path.isEmpty() ? setting.name() : path + "." + setting.name();
            List<Assignment> history = new ArrayList<>();
            setting.defaultValue()
                    .ifPresent(value -> history.add(new Assignment(setting.bind(value), defaults)));
            for (Raw.Entry entry : entries.getOrDefault(setting.name(), List.of())) {
                bind(setting, place, entry).ifPresent(history::add);
            }
            if (history.isEmpty()) {
                findings.wrong(defaults, place, "has no default and must be given");
            } else {
                Object value = history.get(history.size() - 1).value();
                values.put(setting.name(), new SettingValue(setting, value, history));
            }
        }
        return values;
    }

    private Optional<Assignment> bind(SettingDescription setting, String path, Raw.Entry entry) {
        Object raw = entry.value() instanceof Raw.Member ? null : Raw.plain(entry.value());
        try {
            if (raw == null) {
                throw new IllegalArgumentException("must have a value");
            }
            return Optional.of(new Assignment(setting.bind(raw), entry.value().origin()));
        } catch (IllegalArgumentException e) {
            findings.wrong(entry.value().origin(), path, e.getMessage());
            return Optional.empty();
        }
    }

    /** Checks the block of an algorithm that is not in use. */
    void check(String block, AlgorithmDescription algorithm, List<Raw.Entry> blocks) {
        Parts parts = new Parts(block, algorithm, blocks);
        parts.settings(List.of());
        parts.children();
    }

    /** Sorts the entries of an algorithm's blocks into settings and slots. */
    private final class Parts {

        private final String block;
        private final AlgorithmDescription algorithm;
        private final Origin defaults;
        private final Map<String, List<Assignment>> given = new HashMap<>();
        private final Map<String, List<Raw>> layers = new HashMap<>();
        private final Set<String> refused = new LinkedHashSet<>();

        Parts(String block, AlgorithmDescription algorithm, List<Raw.Entry> blocks) {
            this.block = block;
            this.algorithm = algorithm;
            this.defaults = new Origin(Layer.Kind.DEFAULT, algorithm.toString(), 0, 0);
            for (Raw.Entry entry : blocks) {
                if (entry.value() instanceof Raw.Block raw) {
                    raw.entries().forEach(this::sort);
                } else if (!(entry.value() instanceof Raw.Value value) || value.value() != null) {
                    findings.wrong(entry.value().origin(), block, "must be a block of settings");
                }
            }
        }

        private void sort(Raw.Entry entry) {
            if (algorithm.details().slot(entry.key()).isPresent()) {
                layers.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.value());
                return;
            }
            algorithm
                    .details()
                    .setting(entry.key())
                    .ifPresentOrElse(setting -> take(setting, entry), () -> unknown(entry));
        }

        private void take(SettingDescription setting, Raw.Entry entry) {
            bind(setting, block + "." + setting.name(), entry)
                    .ifPresentOrElse(
                            value -> given.computeIfAbsent(
                                            setting.name(), name -> new ArrayList<>())
                                    .add(value),
                            () -> refused.add(setting.name()));
        }

        private void unknown(Raw.Entry entry) {
            if (algorithm.role().setting(entry.key()).isPresent()) {
                String slot = block.substring(0, Math.max(0, block.lastIndexOf('.')));
                findings.wrong(
                        entry.origin(),
                        block,
                        "'" + entry.key() + "' is common to the role "
                                + algorithm.role().name()
                                + "; write it beside 'use', as "
                                + (slot.isEmpty() ? "" : slot + ".") + entry.key());
                return;
            }
            Set<String> known = new LinkedHashSet<>();
            algorithm.details().settings().forEach(setting -> known.add(setting.name()));
            algorithm.details().slots().forEach(slot -> known.add(slot.name()));
            findings.wrong(
                    entry.origin(),
                    block,
                    "unknown setting '" + entry.key() + "' of " + algorithm
                            + Nesting.hint(entry.key(), known)
                            + Nearest.question(entry.key(), known)
                            + (known.isEmpty()
                                    ? "; it has none"
                                    : "; known: " + String.join(", ", known)));
        }

        SortedMap<String, SettingValue> settings(List<Assignment> selection) {
            SortedMap<String, SettingValue> values = new TreeMap<>();
            for (SettingDescription setting : algorithm.details().settings()) {
                List<Assignment> history = new ArrayList<>();
                setting.defaultValue()
                        .ifPresent(value ->
                                history.add(new Assignment(setting.bind(value), defaults)));
                history.addAll(given.getOrDefault(setting.name(), List.of()));
                tellDeprecated(setting);
                if (!history.isEmpty()) {
                    Object value = history.get(history.size() - 1).value();
                    values.put(setting.name(), new SettingValue(setting, value, history));
                } else if (live && !refused.contains(setting.name())) {
                    findings.wrong(
                            selection.get(selection.size() - 1).origin(),
                            block + "." + setting.name(),
                            "has no default and must be given (" + setting.doc() + "): -c "
                                    + block.substring(block.indexOf('.') + 1) + "."
                                    + setting.name() + "=VALUE");
                }
            }
            return values;
        }

        /** Tells once of each setting, at the place that holds. */
        private void tellDeprecated(SettingDescription setting) {
            List<Assignment> set = given.getOrDefault(setting.name(), List.of());
            if (!setting.deprecated().isEmpty() && !set.isEmpty()) {
                findings.note(
                        set.get(set.size() - 1).origin(),
                        block + "." + setting.name(),
                        "is deprecated: " + setting.deprecated());
            }
        }

        List<TreeNode> children() {
            List<TreeNode> children = new ArrayList<>();
            way.add(algorithm);
            if (way.size() > DEEPEST) {
                findings.wrong(defaults, shortest(block), endless());
            } else {
                for (SlotDescription slot : algorithm.details().slots()) {
                    children.addAll(slots.resolve(
                            block + "." + slot.name(),
                            slot,
                            layers.getOrDefault(slot.name(), List.of()),
                            defaults));
                }
            }
            way.remove(way.size() - 1);
            return children;
        }
    }

    /** Returns the place where an algorithm comes again for the first time. */
    private String shortest(String block) {
        int nodes = 0;
        while (!way.subList(0, nodes).contains(way.get(nodes)) && nodes < way.size() - 1) {
            nodes++;
        }
        String[] names = block.split("\\."); // the root, then slot and algorithm of each node
        return String.join(
                ".", Arrays.asList(names).subList(0, Math.min(names.length, 2 * nodes + 1)));
    }

    private String endless() {
        AlgorithmDescription last = way.get(way.size() - 1);
        int before = way.subList(0, way.size() - 1).lastIndexOf(last);
        if (before < 0) {
            return "is nested more than " + DEEPEST + " deep";
        }
        return "asks for itself without end: "
                + way.subList(before, way.size()).stream()
                        .map(AlgorithmDescription::toString)
                        .collect(Collectors.joining(" -> "))
                + "; choose another for one of their slots: --use SLOT=NAME (`dovetail describe "
                + last.name() + "` shows the slots)";
    }
}
