package org.dovetail.assembly.resolution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.text.Nearest;

/** Finds the slot that a person means by the end of its path. */
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
        List<String> found = matches(wanted, inUse);
        if (found.isEmpty()) {
            Set<String> all = new LinkedHashSet<>();
            collect(root.name(), root, List.of(), all);
            found = matches(wanted, List.copyOf(all));
            if (found.isEmpty()) {
                throw none(wanted, inUse, all);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        List<String> candidates = new ArrayList<>();
        found.forEach(path -> candidates.add(relative(path)));
        throw new IllegalArgumentException("'" + wanted + "' may be any of the slots "
                + String.join(", ", candidates) + "; write more of the path");
    }

    private IllegalArgumentException none(String wanted, List<String> inUse, Set<String> all) {
        Set<String> known = new LinkedHashSet<>();
        for (String path : all) {
            known.add(relative(path));
            known.add(path.substring(path.lastIndexOf('.') + 1));
        }
        List<String> slots = new ArrayList<>();
        inUse.forEach(path -> slots.add(relative(path)));
        return new IllegalArgumentException("no slot '" + wanted + "'"
                + Nearest.question(wanted, known) + "; slots: " + String.join(", ", slots));
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

    /** Collects the slots of an algorithm and of all that may fill them. */
    private void collect(
            String block,
            AlgorithmDescription algorithm,
            List<AlgorithmDescription> above,
            Set<String> paths) {
        if (above.contains(algorithm) || algorithm.problem().isPresent()) {
            return;
        }
        List<AlgorithmDescription> here = new ArrayList<>(above);
        here.add(algorithm);
        for (SlotDescription slot : algorithm.details().slots()) {
            String path = block + "." + slot.name();
            paths.add(path);
            for (AlgorithmDescription filler : catalogue.algorithms(slot.role())) {
                collect(path + "." + filler.name(), filler, here, paths);
            }
        }
    }
}
