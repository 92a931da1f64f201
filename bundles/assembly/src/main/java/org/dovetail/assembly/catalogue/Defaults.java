package org.dovetail.assembly.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dovetail.task.TaskException;

/** Follows what fills the slots of an algorithm where nothing is chosen. */
final class Defaults {

    private final Catalogue catalogue;

    Defaults(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A slot of an algorithm on the way from the first one. */
    private record Step(AlgorithmDescription algorithm, SlotDescription slot) {}

    /** Returns why an algorithm cannot be used as it is, without choosing others for its slots. */
    Optional<String> problem(AlgorithmDescription algorithm) {
        for (SlotDescription slot : algorithm.details().slots()) {
            for (String name : slot.defaults()) {
                try {
                    catalogue.select(slot.role(), Selector.parse(name));
                } catch (TaskException | IllegalArgumentException e) {
                    return Optional.of("asks for '" + name + "' in its slot '" + slot.name() + "': "
                            + e.getMessage() + "; choose another: --use " + slot.name()
                            + "=NAME (`dovetail list " + slot.role().name() + "`)");
                }
            }
        }
        return cycle(algorithm, algorithm, new ArrayDeque<>(), new ArrayList<>());
    }

    private Optional<String> cycle(
            AlgorithmDescription start,
            AlgorithmDescription at,
            Deque<Step> way,
            List<AlgorithmDescription> seen) {
        seen.add(at);
        for (SlotDescription slot : at.details().slots()) {
            way.addLast(new Step(at, slot));
            for (String name : slot.defaults()) {
                Optional<AlgorithmDescription> next = find(slot.role(), name);
                if (next.isPresent() && next.get().equals(start)) {
                    return Optional.of(words(way, start));
                }
                if (next.isPresent()
                        && next.get().problem().isEmpty()
                        && !seen.contains(next.get())) {
                    Optional<String> found = cycle(start, next.get(), way, seen);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            way.removeLast();
        }
        return Optional.empty();
    }

    private Optional<AlgorithmDescription> find(RoleDescription role, String name) {
        try {
            return Optional.of(catalogue.select(role, Selector.parse(name)));
        } catch (TaskException | IllegalArgumentException e) {
            return Optional.empty(); // told of the algorithm that asks for it
        }
    }

    private static String words(Deque<Step> way, AlgorithmDescription start) {
        return "asks for itself, so that no tree of it ends: "
                + way.stream()
                        .map(step -> step.algorithm() + " has in its slot '"
                                + step.slot().name() + "' ")
                        .collect(Collectors.joining())
                + start + "; choose another for one of the slots: --use "
                + way.getFirst().slot().name() + "=NAME (`dovetail list "
                + way.getFirst().slot().role().name() + "`)";
    }
}
