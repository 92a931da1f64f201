package org.dovetail.assembly.scan;

import java.util.Optional;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/** Tells whether a component is made in a way that its constructor alone completes it. */
final class Suitability {

    private Suitability() {}

    /** Returns why a component cannot be an algorithm, or nothing if it can, as far as is known. */
    static Optional<String> problem(ComponentDescriptionDTO component) {
        if (component.activationFields != null && component.activationFields.length > 0) {
            return Optional.of("has an activation field; take settings in the constructor");
        }
        for (ReferenceDTO reference : component.references) {
            Optional<String> problem = problem(reference);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(ReferenceDTO reference) {
        if (reference.name.startsWith("osgi.ds.")) { // DS's own
            return Optional.empty();
        }
        if ("dynamic".equals(reference.policy)) {
            return Optional.of(
                    name(reference) + "is dynamic; a slot is filled once, in the constructor");
        }
        if (reference.parameter == null) {
            return Optional.of(name(reference) + "is no parameter of the constructor");
        }
        if (reference.collectionType != null && !reference.collectionType.equals("service")) {
            return Optional.of(name(reference) + "asks for a " + reference.collectionType
                    + "; ask for the service itself");
        }
        return Optional.empty();
    }

    private static String name(ReferenceDTO reference) {
        return "reference '" + reference.name + "' ";
    }
}
