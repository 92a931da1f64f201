package org.dovetail.runtime.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.runtime.Generation;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** The generations of one tree. */
final class History {

    private final List<Generation> generations = new ArrayList<>();

    synchronized int size() {
        return generations.size();
    }

    synchronized void add(Generation generation) {
        generations.add(generation);
    }

    synchronized Generation last() {
        return generations.get(generations.size() - 1);
    }

    synchronized List<Generation> all() {
        return List.copyOf(generations);
    }

    synchronized Generation find(String which) {
        for (Generation each : generations) {
            if (String.valueOf(each.number()).equals(which)
                    || each.name().equals(Optional.of(which))) {
                return each;
            }
        }
        throw wrong("there is no generation '" + which + "'; there are 1 to " + generations.size()
                + names());
    }

    /** Returns the generation that was built from just this plan, if there is one. */
    synchronized Optional<Generation> of(TreePlan plan) {
        for (int i = generations.size() - 1; i >= 0; i--) {
            if (generations.get(i).plan() == plan) {
                return Optional.of(generations.get(i));
            }
        }
        return Optional.empty();
    }

    synchronized void name(String which, String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9._-]*")) {
            throw wrong("a name must begin with a letter, and go on with letters, digits, '.', '_'"
                    + " or '-'; was '" + name + "'");
        }
        Generation wanted = find(which);
        for (Generation each : generations) {
            if (each != wanted && each.name().equals(Optional.of(name))) {
                throw wrong(each + " has that name");
            }
        }
        generations.set(wanted.number() - 1, wanted.named(name));
    }

    private String names() {
        List<String> names = new ArrayList<>();
        generations.forEach(each -> each.name().ifPresent(names::add));
        return names.isEmpty() ? "" : ", and " + String.join(", ", names);
    }

    private static TaskException wrong(String what) {
        return new TaskException(ErrorCode.INVALID_CONFIGURATION, what);
    }
}
