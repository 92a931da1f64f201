package org.dovetail.commands;

import org.dovetail.assembly.config.Assignment;
import org.dovetail.runtime.SlotExplanation;

/** Tells a person why a slot has the algorithm that it has. */
final class SlotReport {

    private SlotReport() {}

    static void print(SlotExplanation why, Session session) {
        session.out()
                .println(why.path() + " takes a " + why.role()
                        + (why.followed() ? "; newer versions are followed" : ""));
        Table layers = new Table();
        for (Assignment each : why.selection()) {
            boolean last = each == why.selection().get(why.selection().size() - 1);
            layers.add(last ? "*" : "", each.value().toString(), each.origin().toString());
        }
        layers.print(session.out(), "  ");
        Table candidates = new Table();
        for (SlotExplanation.Candidate each : why.candidates()) {
            candidates.add(
                    each.chosen() ? "->" : "",
                    each.algorithm().toString(),
                    each.algorithm().bundle().toString(),
                    each.reason());
        }
        candidates.print(session.out(), "  ");
    }
}
