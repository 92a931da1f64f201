package org.dovetail.assembly.resolution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.text.Nearest;

/** Finds the slot or the setting that a person means by the end of its path. */
final class SlotSearch {

    private final Catalogue catalogue;
    private final AlgorithmDescription root;

    SlotSearch(Catalogue catalogue, AlgorithmDescription root) {
        this.catalogue = catalogue;
        this.root = root;
    }

    /**
     * Finds a slot.
     *
     * @param wanted a path from the root task, or the end of one
     * @param inUse the slots of the algorithms in use, which are looked at first
     * @return the whole path
     * @throws IllegalArgumentException with a message for a person if no slot or several fit
     */
    String find(String wanted, List<String> inUse) {
        Set<String> all = new LinkedHashSet<>();
        collect(root.name(), root, List.of(), all, false);
        return find(wanted, inUse, all, "slots").orElseThrow(() -> noSlot(wanted, inUse, all));
    }

    /**
     * Finds a setting or a slot.
     *
     * @param wanted a path from the root task, or the end of one; members of lists may be named by
     *     their numbers
     * @param nodes the algorithms in use, whose settings are looked at first
     * @return the whole path
     * @throws IllegalArgumentException with a message for a person if none or several fit
     */
    String findSetting(String wanted, List<TreeNode> nodes) {
        String plain = withoutNumbers(wanted);
        Set<String> inUse = new LinkedHashSet<>();
        for (TreeNode node : nodes) {
            addAll(withoutNumbers(node.block()), node.algorithm(), inUse);
        }
        Set<String> all = new LinkedHashSet<>();
        collect(root.name(), root, List.of(), all, true);
        String path = find(plain, List.copyOf(inUse), all, "settings")
                .orElseThrow(() -> new IllegalArgumentException("no setting or slot '" + wanted
                        + "' of " + root + " and what is installed for its slots"
                        + Nearest.question(plain, names(all))));
        return path.substring(0, path.length() - plain.length()) + wanted;
    }

    private static String withoutNumbers(String path) {
        return path.replaceAll("\\[\\d+]", "");
    }

    private Optional<String> find(String wanted, List<String> inUse, Set<String> all, String what) {
        List<String> found = matches(wanted, inUse);
        if (found.isEmpty()) {
            found = matches(wanted, List.copyOf(all));
        }
        if (found.size() > 1) {
            List<String> candidates = new ArrayList<>();
            found.forEach(path -> candidates.add(relative(path)));
            throw new IllegalArgumentException("'" + wanted + "' may be any of the " + what + " "
                    + String.join(", ", candidates) + "; write more of the path");
        }
        return found.stream().findFirst();
    }

    private IllegalArgumentException noSlot(String wanted, List<String> inUse, Set<String> all) {
        List<String> slots = new ArrayList<>();
        inUse.forEach(path -> slots.add(relative(path)));
        return new IllegalArgumentException("no slot '" + wanted + "'"
                + Nearest.question(wanted, names(all)) + "; slots: " + String.join(", ", slots));
    }

    private Set<String> names(Set<String> paths) {
        Set<String> names = new LinkedHashSet<>();
        for (String path : paths) {
            names.add(relative(path));
            names.add(path.substring(path.lastIndexOf('.') + 1));
        }
        return names;
    }

    private String relative(String path) {
        return path.substring(root.name().length() + 1);
    }

    private List<String> matches(String wanted, List<String> paths) {
        List<String> found = new ArrayList<>();
        for (String path : paths) {
            if (path.equals(wanted) || relative(path).equals(wanted)) {
                return List.of(path);
            }
            if (path.endsWith("." + wanted)) {
                found.add(path);
            }
        }
        return found;
    }

    /** Collects the slots of an algorithm and of all that may fill them, settings on request. */
    private void collect(
            String block,
            AlgorithmDescription algorithm,
            List<AlgorithmDescription> above,
            Set<String> paths,
            boolean settings) {
        if (above.contains(algorithm) || algorithm.problem().isPresent()) {
            return;
        }
        List<AlgorithmDescription> here = new ArrayList<>(above);
        here.add(algorithm);
        if (settings) {
            addAll(block, algorithm, paths);
        }
        for (SlotDescription slot : algorithm.details().slots()) {
            String path = block + "." + slot.name();
            paths.add(path);
            for (AlgorithmDescription filler : catalogue.algorithms(slot.role())) {
                collect(path + "." + filler.name(), filler, here, paths, settings);
            }
        }
    }

    /** Adds what can be set of one algorithm: its settings, and its slots by themselves. */
    private static void addAll(String block, AlgorithmDescription algorithm, Set<String> paths) {
        algorithm.details().settings().forEach(setting -> paths.add(block + "." + setting.name()));
        for (SlotDescription slot : algorithm.details().slots()) {
            paths.add(block + "." + slot.name());
            paths.add(block + "." + slot.name() + "." + SlotWalk.USE);
            slot.role()
                    .settings()
                    .forEach(common -> paths.add(block + "." + slot.name() + "." + common.name()));
        }
    }
}
