package org.dovetail.assembly.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds algorithms that fill a copy of a role that nobody asks for. */
final class Copies {

    private final List<RoleDescription> roles;
    private final List<AlgorithmDescription> algorithms;

    Copies(List<RoleDescription> roles, List<AlgorithmDescription> algorithms) {
        this.roles = roles;
        this.algorithms = algorithms;
    }

    /** Returns why nothing can use an algorithm, if so. */
    Optional<String> problem(AlgorithmDescription algorithm) {
        RoleDescription role = algorithm.role();
        List<RoleDescription> others = new ArrayList<>();
        for (RoleDescription other : roles) {
            if (other.interfaceName().equals(role.interfaceName()) && !other.sameClassAs(role)) {
                others.add(other);
            }
        }
        if (others.isEmpty() || asked(role)) {
            return Optional.empty();
        }
        for (RoleDescription other : others) {
            if (asked(other) || owns(algorithm, role)) {
                return Optional.of("fills a copy of the role " + role.name() + " from "
                        + role.classSpace() + ", which nothing asks for; the others have it from "
                        + other.classSpace() + ": replace " + algorithm.bundle()
                        + " by a version built for that");
            }
        }
        return Optional.empty();
    }

    private static boolean owns(AlgorithmDescription algorithm, RoleDescription role) {
        return role.classSpace().startsWith(algorithm.bundle().symbolicName() + " ");
    }

    private boolean asked(RoleDescription role) {
        for (AlgorithmDescription algorithm : algorithms) {
            if (algorithm.problem().isPresent()) {
                continue;
            }
            for (SlotDescription slot : algorithm.details().slots()) {
                if (slot.role().sameClassAs(role)) {
                    return true;
                }
            }
        }
        return false;
    }
}
