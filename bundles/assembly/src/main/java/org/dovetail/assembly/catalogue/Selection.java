package org.dovetail.assembly.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** Selects the algorithm for a slot, or says for a person why there is none. */
final class Selection {

    private final Catalogue catalogue;
    private final RoleDescription role;
    private final Selector selector;
    private final Function<AlgorithmDescription, Optional<String>> objection;

    Selection(
            Catalogue catalogue,
            RoleDescription role,
            Selector selector,
            Function<AlgorithmDescription, Optional<String>> objection) {
        this.catalogue = catalogue;
        this.role = role;
        this.selector = selector;
        this.objection = objection;
    }

    AlgorithmDescription select() {
        List<AlgorithmDescription> best = new ArrayList<>();
        for (AlgorithmDescription candidate : catalogue.algorithms(role)) {
            if (!candidate.name().equals(selector.name())
                    || !selector.allows(candidate.version())
                    || candidate.problem().isPresent()
                    || objection.apply(candidate).isPresent()) {
                continue;
            }
            int order = best.isEmpty()
                    ? 1
                    : candidate.version().compareTo(best.get(0).version());
            if (order > 0) {
                best.clear();
            }
            if (order >= 0) {
                best.add(candidate);
            }
        }
        if (best.isEmpty()) {
            throw new TaskException(ErrorCode.NO_SUCH_ALGORITHM, whyNone());
        }
        if (best.size() > 1) {
            throw new TaskException(ErrorCode.AMBIGUOUS_ALGORITHM, whyMany(best));
        }
        return best.get(0);
    }

    private String whyMany(List<AlgorithmDescription> candidates) {
        Set<String> places = new LinkedHashSet<>();
        for (AlgorithmDescription candidate : candidates) {
            places.add(candidate.className() + " of " + candidate.bundle() + " (bundle "
                    + candidate.bundle().id() + ")");
        }
        return candidates.get(0) + " for the role " + role.name() + " is ambiguous; candidates: "
                + String.join(", ", places);
    }

    private String whyNone() {
        List<AlgorithmDescription> named =
                catalogue.find(new Selector(selector.name(), Optional.empty()));
        List<AlgorithmDescription> fitting =
                named.stream().filter(a -> a.role().sameClassAs(role)).toList();
        if (!fitting.isEmpty()) {
            return whyNotOf(fitting);
        }
        String none = "no algorithm '" + selector.name() + "' for the role " + role.name();
        for (AlgorithmDescription other : named) {
            if (other.role().interfaceName().equals(role.interfaceName())) {
                return none + ": " + other + " is built for another copy of the role, from "
                        + other.role().classSpace() + " instead of " + role.classSpace()
                        + "; replace " + other.bundle() + " by a version built for that";
            }
        }
        if (!named.isEmpty()) {
            return none + "; there is one for the role " + named.get(0).role().name() + available();
        }
        return none + Nearest.question(selector.name(), names()) + available();
    }

    private String whyNotOf(List<AlgorithmDescription> fitting) {
        List<String> versions = new ArrayList<>();
        for (AlgorithmDescription algorithm : fitting) {
            if (selector.allows(algorithm.version())) {
                return algorithm + " cannot be used: "
                        + algorithm
                                .problem()
                                .or(() -> objection.apply(algorithm))
                                .orElse("");
            }
            versions.add(algorithm.version().toString());
        }
        return "no " + selector + " for the role " + role.name() + "; installed versions: "
                + String.join(", ", versions);
    }

    private String available() {
        Set<String> names = names();
        return names.isEmpty() ? "; none is installed" : "; available: " + String.join(", ", names);
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (AlgorithmDescription algorithm : catalogue.algorithms(role)) {
            names.add(algorithm.name());
        }
        return names;
    }
}
