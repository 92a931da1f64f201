package org.dovetail.assembly.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Origin;

/** Follows through the layers which algorithms fill a slot. */
final class Choice {

    /** An entry, and the number of the layer that has it: a later layer wins. */
    record Ranked(int layer, Raw.Entry entry) {}

    /** An algorithm asked for, with blocks of its own if it is a member of a list. */
    record Member(String selector, Origin origin, List<Ranked> own) {

        /** Returns the name of the algorithm, without versions. */
        String name() {
            int at = selector.indexOf('@');
            return (at < 0 ? selector : selector.substring(0, at)).strip();
        }
    }

    private final String path;
    private final SlotDescription slot;
    private final Findings findings;
    private final List<Assignment> history = new ArrayList<>();
    private final Map<String, Member> dropped = new LinkedHashMap<>();
    private List<Member> members = new ArrayList<>();
    private int layer;

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

    /** Returns where it was last said what fills the slot. */
    Optional<Origin> decided() {
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(history.get(history.size() - 1).origin());
    }

    /** Returns the members of earlier lists that the last one no longer has. */
    Collection<Member> dropped() {
        return dropped.values();
    }

    /** Begins with the next layer. */
    void next(int number) {
        layer = number;
    }

    /** Takes what stands after {@code use}, or in place of the slot's block. */
    void use(Raw raw, Origin at) {
        if (raw instanceof Raw.Value value && value.value() instanceof String name) {
            one(name, raw.origin());
        } else if (raw instanceof Raw.Items items && slot.cardinality().isList()) {
            choose(list(items), raw.origin());
        } else if (raw instanceof Raw.Items) {
            findings.wrong(raw.origin(), path, "takes one algorithm, not a list");
        } else {
            findings.wrong(at, path, "must name an algorithm, as in 'use: mesh'");
        }
    }

    private void one(String name, Origin origin) {
        if (slot.cardinality().isList() && name.matches("[^\\[(]*,.*")) {
            findings.wrong(origin, path, "takes a list, as in [" + name + "]");
            return;
        }
        if (slot.cardinality().isList() && members.size() > 1) {
            findings.note(
                    origin,
                    path,
                    name + " takes the place of all " + members.size() + "; [" + Layer.THOSE_BEFORE
                            + ", " + name + "] adds it to them");
        }
        choose(List.of(new Member(name, origin, List.of())), origin);
    }

    private List<Member> list(Raw.Items items) {
        List<Member> chosen = new ArrayList<>();
        int before = 0;
        for (Raw item : items.items()) {
            if (!Layer.THOSE_BEFORE.equals(Raw.plain(item))) {
                member(item, chosen);
            } else if (before++ == 0) {
                members.forEach(
                        old -> chosen.add(new Member(old.selector(), old.origin(), List.of())));
            } else {
                findings.wrong(item.origin(), path, "has " + Layer.THOSE_BEFORE + " twice");
            }
        }
        return chosen;
    }

    private void member(Raw item, List<Member> chosen) {
        if (item instanceof Raw.Value value && value.value() instanceof String name) {
            chosen.add(new Member(name, item.origin(), List.of()));
            return;
        }
        List<Ranked> own = new ArrayList<>();
        String name = null;
        Origin at = item.origin();
        if (item instanceof Raw.Block block) {
            for (Raw.Entry entry : block.entries()) {
                if (!entry.key().equals(SlotWalk.USE)) {
                    own.add(new Ranked(layer, entry));
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
        if (!slot.cardinality().isList()) {
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
            members = chosen;
            if (selects(raw.value())) { // a setting has no say in what is selected
                remember(raw.origin());
            }
        }
    }

    private static boolean selects(Raw raw) {
        return !(raw instanceof Raw.Block block)
                || block.entries().stream().anyMatch(each -> each.key().equals(SlotWalk.USE));
    }

    private Member changed(Member old, Raw raw) {
        if (raw instanceof Raw.Value value && value.value() instanceof String name) {
            return new Member(name, raw.origin(), old.own());
        }
        Member result = old;
        if (raw instanceof Raw.Block block) {
            List<Ranked> own = new ArrayList<>(old.own());
            for (Raw.Entry entry : block.entries()) {
                if (entry.key().equals(SlotWalk.USE)) {
                    result = changed(result, entry.value());
                } else {
                    own.add(new Ranked(layer, entry));
                }
            }
            return new Member(result.selector(), result.origin(), own);
        }
        findings.wrong(raw.origin(), path, "must be a name or a block");
        return result;
    }

    /**
     * Takes a new list. What was said of the second aperture of the old one holds for the second
     * aperture of the new one, and waits if there is none: choosing never loses settings.
     */
    private void choose(List<Member> chosen, Origin origin) {
        if (slot.cardinality().isList()) {
            dropped.putAll(byName(members));
            List<Member> merged = new ArrayList<>();
            byName(chosen).forEach((key, member) -> {
                Member before = dropped.remove(key);
                List<Ranked> own = new ArrayList<>(before == null ? List.of() : before.own());
                own.addAll(member.own());
                merged.add(new Member(member.selector(), member.origin(), own));
            });
            replace(merged, origin);
        } else {
            replace(chosen, origin);
        }
    }

    /** Returns members by name and number among those of the name, in their order. */
    private static Map<String, Member> byName(List<Member> members) {
        Map<String, Member> result = new LinkedHashMap<>();
        for (Member member : members) {
            int number = 0;
            while (result.containsKey(member.name() + " " + number)) {
                number++;
            }
            result.put(member.name() + " " + number, member);
        }
        return result;
    }

    private void replace(List<Member> chosen, Origin origin) {
        members = new ArrayList<>(chosen);
        remember(origin);
    }

    private void remember(Origin origin) {
        List<String> names = new ArrayList<>();
        members.forEach(member -> names.add(member.selector()));
        boolean list = slot.cardinality().isList();
        String value = list ? names.toString() : names.isEmpty() ? "" : names.get(0);
        history.add(new Assignment(value, origin));
    }
}
