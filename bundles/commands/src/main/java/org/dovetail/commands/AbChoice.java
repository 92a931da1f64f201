package org.dovetail.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.execution.ExitCode;

/**
 * Two selections for one slot: {@code --ab background=mesh@[1,2),polynomial}.
 *
 * @param slot the slot
 * @param first what A has in it
 * @param second what B has in it
 */
record AbChoice(String slot, String first, String second) {

    /** Reads what follows {@code --ab}; commas within the brackets of a range do not count. */
    static AbChoice parse(String text) {
        int equals = text.indexOf('=');
        List<String> choices = split(text.substring(equals + 1));
        if (equals < 1 || choices.size() != 2 || choices.contains("")) {
            throw new UserError(
                    ExitCode.USAGE,
                    "--ab takes SLOT=ALGORITHM,ALGORITHM, such as background=mesh@1.0.0,mesh@2.0.0,"
                            + " not '" + text + "'");
        }
        return new AbChoice(text.substring(0, equals), choices.get(0), choices.get(1));
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean range = false;
        for (char c : text.toCharArray()) {
            range = range ? c != ']' && c != ')' : c == '[' || c == '(';
            if (c == ',' && !range) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    /** Adds the selection of one side to a request. */
    TreeRequest in(TreeRequest request, boolean a) {
        String use = slot + "=" + (a ? first : second);
        return request.with(
                new Layer(Layer.Kind.USE, "--ab " + use, Optional.of(use), Optional.empty()));
    }
}
