package org.dovetail.assembly.scan;

import java.util.Comparator;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Rejection;
import org.dovetail.assembly.catalogue.RoleDescription;

/** The orders in which a catalogue lists what it has. */
final class CatalogueOrder {

    static final Comparator<RoleDescription> ROLES = new Comparator<>() {
        @Override
        public int compare(RoleDescription a, RoleDescription b) {
            int order = a.name().compareTo(b.name());
            return order != 0 ? order : a.classSpace().compareTo(b.classSpace());
        }
    };

    static final Comparator<AlgorithmDescription> ALGORITHMS = new Comparator<>() {
        @Override
        public int compare(AlgorithmDescription a, AlgorithmDescription b) {
            int order = a.role().name().compareTo(b.role().name());
            order = order != 0 ? order : a.name().compareTo(b.name());
            order = order != 0 ? order : b.version().compareTo(a.version());
            order = order != 0
                    ? order
                    : a.bundle().symbolicName().compareTo(b.bundle().symbolicName());
            return order != 0 ? order : a.className().compareTo(b.className());
        }
    };

    static final Comparator<Rejection> REJECTIONS = new Comparator<>() {
        @Override
        public int compare(Rejection a, Rejection b) {
            int order = a.bundle().compareTo(b.bundle());
            return order != 0 ? order : a.component().compareTo(b.component());
        }
    };

    private CatalogueOrder() {}
}
