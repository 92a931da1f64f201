package org.dovetail.runtime;

import java.time.Instant;
import java.util.Optional;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.TreePlan;

/**
 * One state that a tree was given: what it was built from, and how that came about.
 *
 * @param number the place in the tree's history, from 1
 * @param name the name that somebody gave it, if any
 * @param time when
 * @param who who asked for it, such as {@code shell}, or {@code follow}
 * @param what what was asked for, such as {@code retarget background mesh}
 * @param request the layers of configuration as they were then
 * @param plan what came of them
 * @since 1.0
 */
public record Generation(
        int number,
        Optional<String> name,
        Instant time,
        String who,
        String what,
        TreeRequest request,
        TreePlan plan) {

    /** Returns the same generation under a name. */
    public Generation named(String other) {
        return new Generation(number, Optional.of(other), time, who, what, request, plan);
    }

    /** Returns {@code generation 3} or {@code generation 3 (nightly)}. */
    @Override
    public String toString() {
        return "generation " + number + name.map(text -> " (" + text + ")").orElse("");
    }
}
