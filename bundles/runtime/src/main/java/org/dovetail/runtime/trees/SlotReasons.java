package org.dovetail.runtime.trees;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.runtime.Plugin;
import org.dovetail.runtime.SlotExplanation;
import org.dovetail.runtime.SlotExplanation.Candidate;
import org.jspecify.annotations.Nullable;

/** Applies the rule of selection once more, and says of each algorithm what it comes to. */
final class SlotReasons {

    private final Catalogue catalogue;
    private final Set<Long> retired = new HashSet<>();

    SlotReasons(Catalogue catalogue, List<Plugin> plugins) {
        this.catalogue = catalogue;
        plugins.stream().filter(Plugin::retired).forEach(plugin -> retired.add(plugin.bundle()));
    }

    SlotExplanation explain(TreePlan plan, String path, boolean followed) {
        for (TreeNode node : plan.nodes()) {
            if (node.path().equals(path)) {
                return new SlotExplanation(
                        path,
                        node.algorithm().role().name(),
                        node.selection(),
                        followed,
                        candidates(node.algorithm().role(), node, followed));
            }
            for (SlotDescription slot : node.algorithm().details().slots()) {
                if (node.in(slot.name()).isEmpty()
                        && path.equals(node.block() + "." + slot.name())) {
                    return new SlotExplanation(
                            path,
                            slot.role().name(),
                            List.of(),
                            followed,
                            candidates(slot.role(), null, followed));
                }
            }
        }
        throw new IllegalArgumentException(path);
    }

    private List<Candidate> candidates(
            RoleDescription role, @Nullable TreeNode node, boolean followed) {
        List<AlgorithmDescription> all = new ArrayList<>(catalogue.algorithms(role));
        for (AlgorithmDescription other : catalogue.algorithms()) {
            if (other.role().name().equals(role.name()) && !all.contains(other)) {
                all.add(other); // built for another copy of the role
            }
        }
        if (node != null && !all.contains(node.algorithm())) {
            all.add(node.algorithm());
        }
        List<Candidate> candidates = new ArrayList<>();
        for (AlgorithmDescription each : all) {
            boolean chosen = node != null && node.algorithm().equals(each);
            String reason = node == null
                    ? "the slot is empty"
                    : chosen ? whyChosen(node) : whyNot(each, role, node, followed);
            candidates.add(new Candidate(each, chosen, reason));
        }
        return candidates;
    }

    private String whyChosen(TreeNode node) {
        AlgorithmDescription used = node.algorithm();
        if (!catalogue.algorithms().contains(used)) {
            return "in use, though it is not installed any more";
        }
        return retired.contains(used.bundle().id())
                ? "in use; it goes when nobody holds it any more"
                : "asked for as " + selector(node);
    }

    private String whyNot(
            AlgorithmDescription other, RoleDescription role, TreeNode node, boolean followed) {
        Selector wanted = selector(node);
        Optional<String> problem = other.problem();
        if (!other.role().sameClassAs(role)) {
            return "built for another copy of the role, from " + other.role().classSpace();
        } else if (problem.isPresent()) {
            return "cannot be used: " + problem.get();
        } else if (!other.name().equals(wanted.name())) {
            return "another algorithm; " + wanted + " is asked for";
        } else if (!wanted.allows(other.version())) {
            return "outside the range: " + wanted + " is asked for";
        } else if (retired.contains(other.bundle().id())) {
            return "is being uninstalled";
        } else if (other.version().compareTo(node.algorithm().version()) < 0) {
            return "a lower version";
        }
        return followed
                ? "a higher version, and the tree could not take it"
                : "a higher version, installed since; `swap` takes it";
    }

    /** Returns what the last layer asked for. */
    private static Selector selector(TreeNode node) {
        if (node.selection().isEmpty()) {
            return Selector.exactly(node.algorithm().name(), node.algorithm().version());
        }
        Assignment last = node.selection().get(node.selection().size() - 1);
        String text = String.valueOf(last.value());
        int open = node.path().lastIndexOf('[');
        if (!node.path().endsWith("]") || !text.startsWith("[")) {
            return Selector.parse(text);
        }
        int index = Integer.parseInt(node.path().substring(open + 1, node.path().length() - 1));
        return Selector.parse(members(text).get(index));
    }

    /** Splits {@code [peak, aperture@[1,2)]} at the commas that stand in no range. */
    private static List<String> members(String list) {
        List<String> members = new ArrayList<>();
        int depth = 0;
        int start = 1;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (c == ',' && depth == 1 || i == list.length() - 1) {
                members.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        return members;
    }
}
