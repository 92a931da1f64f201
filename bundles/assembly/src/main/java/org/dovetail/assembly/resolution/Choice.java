package org.dovetail.assembly.resolution;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.assembly.catalogue.Cardinality;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.Origin;

/** Follows through the layers which algorithms fill a slot. */
final class Choice {

    /** An algorithm asked for, with blocks of its own if it is a member of a list. */
    record Member(String selector, Origin origin, List<Raw.Entry> own) {}

    private final String path;
    private final SlotDescription slot;
    private final Findings findings;
    private final List<Assignment> history = new ArrayList<>();
    private List<Member> members = new ArrayList<>();

    Choice(String path, SlotDescription slot, Origin defaults, Findings findings) {
        this.path = path;
        this.slot = slot;
        this.findings = findings;
        for (String name : slot.defaults()) {
            members.add(new Member(name, defaults, List.of()));
        }
        if (!members.isEmpty()) {
            remember(defaults);
        }
    }

    List<Member> members() {
        return members;
    }

    List<Assignment> history() {
        return history;
    }

    /** Takes what stands after {@code use}, or in place of the slot's block. */
    void use(Raw raw, Origin at) {
        if (raw instanceof Raw.Value value && value.value() instanceof String name) {
            replace(List.of(new Member(name, raw.origin(), List.of())), raw.origin());
        } else if (raw instanceof Raw.Items items && slot.cardinality() == Cardinality.LIST) {
            List<Member> chosen = new ArrayList<>();
            for (Raw item : items.items()) {
                member(item, chosen);
            }
            replace(chosen, raw.origin());
        } else if (raw instanceof Raw.Items) {
            findings.wrong(raw.origin(), path, "takes one algorithm, not a list");
        } else {
            findings.wrong(at, path, "must name an algorithm, as in 'use: mesh'");
        }
    }

    private void member(Raw item, List<Member> chosen) {
        if (item instanceof Raw.Value value && value.value() instanceof String name) {
            chosen.add(new Member(name, item.origin(), List.of()));
            return;
        }
        List<Raw.Entry> own = new ArrayList<>();
        String name = null;
        Origin at = item.origin();
        if (item instanceof Raw.Block block) {
            for (Raw.Entry entry : block.entries()) {
                if (!entry.key().equals(SlotWalk.USE)) {
                    own.add(entry);
                } else if (entry.value() instanceof Raw.Value value
                        && value.value() instanceof String text) {
                    name = text;
                    at = value.origin();
                }
            }
        }
        if (name == null) {
            findings.wrong(
                    item.origin(),
                    path,
                    "a member of the list must be a name, or a block with 'use: NAME'");
        } else {
            chosen.add(new Member(name, at, own));
        }
    }

    /** Takes what is said of one member of a list. */
    void change(Raw.Member raw) {
        if (slot.cardinality() != Cardinality.LIST) {
            findings.wrong(raw.origin(), path, "is not a list");
        } else if (raw.index() < 0 || raw.index() >= members.size()) {
            findings.wrong(
                    raw.origin(),
                    path,
                    "has " + members.size() + " members, so there is no [" + raw.index() + "]");
        } else {
            Member old = members.get(raw.index());
            List<Member> chosen = new ArrayList<>(members);
            chosen.set(raw.index(), changed(old, raw.value()));
            replace(chosen, raw.origin());
        }
    }

    private Member changed(Member old, Raw raw) {
        if (raw instanceof Raw.Value value && value.value() instanceof String name) {
            return new Member(name, raw.origin(), old.own());
        }
        Member result = old;
        if (raw instanceof Raw.Block block) {
            List<Raw.Entry> own = new ArrayList<>(old.own());
            for (Raw.Entry entry : block.entries()) {
                if (entry.key().equals(SlotWalk.USE)) {
                    result = changed(result, entry.value());
                } else {
                    own.add(entry);
                }
            }
            return new Member(result.selector(), result.origin(), own);
        }
        findings.wrong(raw.origin(), path, "must be a name or a block");
        return result;
    }

    private void replace(List<Member> chosen, Origin origin) {
        members = new ArrayList<>(chosen);
        remember(origin);
    }

    private void remember(Origin origin) {
        List<String> names = new ArrayList<>();
        members.forEach(member -> names.add(member.selector()));
        boolean list = slot.cardinality() == Cardinality.LIST;
        String value = list ? names.toString() : names.isEmpty() ? "" : names.get(0);
        history.add(new Assignment(value, origin));
    }
}
