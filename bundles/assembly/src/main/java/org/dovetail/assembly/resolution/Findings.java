package org.dovetail.assembly.resolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.Note;
import org.dovetail.assembly.config.Origin;
import org.dovetail.assembly.config.Paths;
import org.dovetail.assembly.config.Problem;
import org.dovetail.task.ErrorCode;

/** Collects what is found while a request is resolved. */
final class Findings {

    final List<Problem> problems = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();
    final TreeMap<String, List<Assignment>> kept = new TreeMap<>();

    /** The slots of the algorithms in use that nothing fills, and who chose that. */
    final TreeMap<String, List<Assignment>> emptied = new TreeMap<>();

    /** The paths of all slots of the algorithms in use. */
    final List<String> slots = new ArrayList<>();

    private final Set<String> said = new HashSet<>();

    void problem(ErrorCode code, Origin origin, String path, String message) {
        if (said.add(origin + message)) { // two members of a list may share a block
            problems.add(new Problem(code, origin, path, message));
        }
    }

    void wrong(Origin origin, String path, String message) {
        problem(ErrorCode.INVALID_CONFIGURATION, origin, path, message);
    }

    void note(Origin origin, String path, String message) {
        if (said.add(origin + message)) {
            notes.add(new Note(origin, path, message));
        }
    }

    void addAll(Findings other) {
        other.problems.forEach(p -> problem(p.code(), p.origin(), p.path(), p.message()));
        other.notes.forEach(n -> note(n.origin(), n.path(), n.message()));
    }

    /** Keeps what is said of an algorithm that is not in use, value by value. */
    void keep(String path, Raw raw) {
        if (raw instanceof Raw.Block block) {
            for (Raw.Entry entry : block.entries()) {
                keep(path + "." + Paths.segment(entry.key()), entry.value());
            }
        } else if (raw instanceof Raw.Member member) {
            keep(path + "[" + member.index() + "]", member.value());
        } else {
            Object value = Raw.plain(members(raw));
            if (value != null) {
                kept.computeIfAbsent(path, key -> new ArrayList<>())
                        .add(new Assignment(value, raw.origin()));
            }
        }
    }

    /** Writes all members of a list in the same way, if some have blocks. */
    private static Raw members(Raw raw) {
        if (!(raw instanceof Raw.Items items)
                || items.items().stream().noneMatch(item -> item instanceof Raw.Block)) {
            return raw;
        }
        List<Raw> same = new ArrayList<>();
        for (Raw item : items.items()) {
            same.add(
                    item instanceof Raw.Block
                            ? item
                            : new Raw.Block(
                                    List.of(new Raw.Entry(SlotWalk.USE, item.origin(), item)),
                                    item.origin()));
        }
        return new Raw.Items(same, raw.origin());
    }
}
