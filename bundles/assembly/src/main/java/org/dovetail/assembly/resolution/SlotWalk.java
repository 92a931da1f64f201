package org.dovetail.assembly.resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dovetail.assembly.Candidates;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.config.Origin;
import org.dovetail.assembly.config.Paths;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.task.TaskException;

/** Resolves what the layers say of a slot: the choice, and a block for each algorithm. */
final class SlotWalk {

    static final String USE = "use";
    private static final String NONE = "none";

    private final Catalogue catalogue;
    private final Candidates candidates;
    private final Findings findings;
    private final boolean live;
    private final AlgorithmWalk algorithms;

    /**
     * Begins a walk.
     *
     * @param candidates what may be chosen
     * @param live whether the slots are part of the tree; else they belong to an algorithm that is
     *     not in use, of which only the settings given are checked
     */
    SlotWalk(Catalogue catalogue, Candidates candidates, Findings findings, boolean live) {
        this.catalogue = catalogue;
        this.candidates = candidates;
        this.findings = findings;
        this.live = live;
        this.algorithms = new AlgorithmWalk(this, findings, live);
    }

    /**
     * Resolves a slot.
     *
     * @param path the place of the slot; empty for the root
     * @param slot the slot
     * @param layers what the layers say of it, the weakest first
     * @param owner where its defaults come from
     * @return what fills it, as far as that could be found
     */
    List<TreeNode> resolve(String path, SlotDescription slot, List<Raw> layers, Origin owner) {
        if (!live && layers.isEmpty()) {
            return List.of(); // nothing given, nothing to check
        }
        if (live && !path.isEmpty()) {
            findings.slots.add(path);
        }
        Choice choice = new Choice(path, slot, owner, findings);
        List<Choice.Ranked> shared = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            choice.next(i);
            read(layers.get(i), i, choice, shared);
        }
        List<Choice.Ranked> common = common(slot.role(), shared);
        Map<String, List<Raw.Entry>> blocks = byKey(without(common, shared));
        List<TreeNode> nodes = new ArrayList<>();
        Set<String> chosen = new LinkedHashSet<>();
        List<Choice.Member> members = choice.members();
        for (int i = 0; i < members.size(); i++) {
            String place = slot.cardinality().isList() ? path + "[" + i + "]" : path;
            Choice.Member member = members.get(i);
            List<Choice.Ranked> ownCommon = common(slot.role(), member.own());
            Map<String, List<Raw.Entry>> own = byKey(without(ownCommon, member.own()));
            String name = member.name();
            chosen.add(name);
            select(place, slot, member).ifPresent(algorithm -> {
                List<Raw.Entry> mine =
                        byKey(merged(shared, member.own())).getOrDefault(name, List.of());
                Map<String, List<Raw.Entry>> ofRole = byKey(merged(common, ownCommon));
                nodes.add(
                        algorithms.resolve(place, slot, algorithm, mine, ofRole, choice.history()));
            });
            keepOthers(place, slot.role(), own, Set.of(name));
        }
        Set<String> kept = new LinkedHashSet<>();
        for (Choice.Member member : choice.dropped()) {
            boolean first = kept.add(member.name()); // a file has room for one of each name
            SlotWalk walk = first ? this : new SlotWalk(catalogue, Candidates.ALL, findings, false);
            List<Choice.Ranked> blocksOnly =
                    without(common(slot.role(), member.own()), member.own());
            walk.keepOthers(path, slot.role(), byKey(blocksOnly), chosen);
        }
        if (nodes.isEmpty()) {
            keepCommon(path, slot.role(), byKey(common));
        }
        if (members.isEmpty()) {
            unfilled(path, slot, choice.decided().orElse(owner));
        }
        if (live && nodes.isEmpty() && !choice.history().isEmpty()) {
            findings.emptied.put(path, choice.history());
        }
        keepOthers(path, slot.role(), blocks, chosen);
        return nodes;
    }

    private static void read(Raw layer, int number, Choice choice, List<Choice.Ranked> shared) {
        if (layer instanceof Raw.Block block) {
            for (Raw.Entry entry : block.entries()) {
                if (entry.key().equals(USE)) {
                    choice.use(entry.value(), entry.origin());
                } else {
                    shared.add(new Choice.Ranked(number, entry));
                }
            }
        } else if (layer instanceof Raw.Member member) {
            choice.change(member);
        } else if (!(layer instanceof Raw.Value value) || value.value() != null) {
            choice.use(layer, layer.origin());
        }
    }

    /** Returns what is said of the settings that all algorithms of a role have in common. */
    private static List<Choice.Ranked> common(RoleDescription role, List<Choice.Ranked> entries) {
        return entries.stream()
                .filter(each -> role.setting(each.entry().key()).isPresent()
                        && !(each.entry().value() instanceof Raw.Block))
                .toList();
    }

    private static List<Choice.Ranked> without(
            List<Choice.Ranked> some, List<Choice.Ranked> entries) {
        return entries.stream().filter(each -> !some.contains(each)).toList();
    }

    /** Checks and keeps the common settings of a slot that nothing fills. */
    private void keepCommon(
            String path, RoleDescription role, Map<String, List<Raw.Entry>> common) {
        algorithms.common(path, role, common);
        if (live) {
            common.forEach((name, entries) -> entries.forEach(entry ->
                    findings.keep(path.isEmpty() ? name : path + "." + name, entry.value())));
        }
    }

    /** Sorts by layers; within one, a member's own entries win over those that all share. */
    private static List<Choice.Ranked> merged(List<Choice.Ranked> shared, List<Choice.Ranked> own) {
        List<Choice.Ranked> all = new ArrayList<>(shared);
        all.addAll(own);
        all.sort(Comparator.comparingInt(Choice.Ranked::layer)); // stable
        return all;
    }

    private static Map<String, List<Raw.Entry>> byKey(List<Choice.Ranked> entries) {
        Map<String, List<Raw.Entry>> result = new LinkedHashMap<>();
        for (Choice.Ranked ranked : entries) {
            result.computeIfAbsent(ranked.entry().key(), key -> new ArrayList<>())
                    .add(ranked.entry());
        }
        return result;
    }

    private Optional<AlgorithmDescription> select(
            String path, SlotDescription slot, Choice.Member member) {
        if (!slot.cardinality().isRequired()
                && member.selector().equals(NONE)
                && !names(slot.role()).contains(NONE)) {
            return Optional.empty();
        }
        try {
            Selector selector = Selector.parse(member.selector());
            return Optional.of(catalogue.select(
                    slot.role(), selector, any -> candidates.objection(path, any)));
        } catch (IllegalArgumentException e) {
            findings.wrong(member.origin(), path, e.getMessage());
        } catch (TaskException e) {
            if (live || slip(member.name(), slot.role()).isPresent()) {
                findings.problem(e.code(), member.origin(), path, e.getMessage());
            } else {
                findings.note(member.origin(), path, e.getMessage() + "; not in use");
            }
        }
        return Optional.empty();
    }

    private void unfilled(String path, SlotDescription slot, Origin owner) {
        if (live && slot.cardinality().isRequired()) {
            findings.wrong(
                    owner,
                    path,
                    "an algorithm must be chosen; available: "
                            + String.join(", ", names(slot.role())));
        }
    }

    /** Checks and keeps the blocks of algorithms that are not chosen. */
    private void keepOthers(
            String path,
            RoleDescription role,
            Map<String, List<Raw.Entry>> blocks,
            Set<String> chosen) {
        for (Map.Entry<String, List<Raw.Entry>> named : blocks.entrySet()) {
            String name = named.getKey();
            if (chosen.contains(name)) {
                continue;
            }
            String segment = Paths.segment(name);
            String place = path.isEmpty() ? segment : path + "." + segment;
            Optional<String> meant = slip(name, role);
            boolean known = names(role).contains(name);
            for (Raw.Entry entry : named.getValue()) {
                if (!known && (meant.isPresent() || !isBlock(entry.value()))) {
                    findings.wrong(entry.origin(), path, unknown(entry, path, role, chosen, meant));
                } else if (live) {
                    findings.keep(place, entry.value());
                }
            }
            if (known) {
                check(place, role, name, named.getValue());
            } else if (meant.isEmpty() && isBlock(named.getValue().get(0).value())) {
                findings.note(
                        named.getValue().get(0).origin(),
                        path,
                        "no algorithm '" + name + "' for the role " + role.name()
                                + " is installed; its block is kept"
                                + Nearest.question(name, names(role)));
            }
        }
    }

    /** Reports what is wrong with a block unless it is right for some version installed. */
    private void check(String place, RoleDescription role, String name, List<Raw.Entry> blocks) {
        Findings newest = null;
        for (AlgorithmDescription algorithm : catalogue.algorithms(role)) {
            if (!algorithm.name().equals(name) || algorithm.problem().isPresent()) {
                continue;
            }
            Findings tried = new Findings();
            new SlotWalk(catalogue, Candidates.ALL, tried, false)
                    .algorithms.check(place, algorithm, blocks);
            if (tried.problems.isEmpty()) {
                findings.addAll(tried);
                return;
            }
            newest = newest == null ? tried : newest;
        }
        if (newest != null) {
            findings.addAll(newest);
        }
    }

    private String unknown(
            Raw.Entry entry,
            String path,
            RoleDescription role,
            Set<String> chosen,
            Optional<String> meant) {
        String key = entry.key();
        for (AlgorithmDescription algorithm : catalogue.algorithms(role)) {
            if (chosen.contains(algorithm.name())
                    && algorithm.problem().isEmpty()
                    && algorithm.details().setting(key).isPresent()) {
                return "'" + key + "' is a setting of " + algorithm.name() + "; write it as " + path
                        + "." + algorithm.name() + "." + key;
            }
        }
        Set<String> known = new LinkedHashSet<>(names(role));
        known.add(USE);
        role.settings().forEach(setting -> known.add(setting.name()));
        String question = meant.map(name -> "; did you mean '" + name + "'?")
                .orElseGet(() -> Nearest.question(key, known));
        return "unknown algorithm '" + key + "' for the role " + role.name()
                + Nesting.hint(key, known) + question
                + "; available: " + String.join(", ", names(role));
    }

    private Optional<String> slip(String name, RoleDescription role) {
        Set<String> names = names(role);
        if (!names.contains(name)) {
            for (String known : names) {
                if (Nearest.isSlip(name, known)) {
                    return Optional.of(known);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBlock(Raw raw) {
        return raw instanceof Raw.Block || raw instanceof Raw.Value value && value.value() == null;
    }

    private Set<String> names(RoleDescription role) {
        Map<String, String> names = new TreeMap<>();
        for (AlgorithmDescription algorithm : catalogue.algorithms(role)) {
            names.put(algorithm.name(), "");
        }
        return names.keySet();
    }
}
