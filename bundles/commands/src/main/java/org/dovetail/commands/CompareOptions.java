package org.dovetail.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.comparison.Tolerances;
import org.dovetail.execution.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What counts as equal.
 *
 * @param tolerances the tolerances
 * @param radius how far apart sources may be that are the same, in pixels
 */
record CompareOptions(Tolerances tolerances, double radius) {

    private static final double RADIUS = 1;

    static void declare(CommandSpec spec) {
        spec.addOption(Line.values(
                "KIND=VALUE[,PERCENT%]",
                "what counts as equal, of " + String.join(", ", Tolerances.KINDS)
                        + ", or of one plane, column or card: --tolerance flux=0.1%;"
                        + " equal values only if not given",
                "--tolerance"));
        spec.addOption(Line.value(
                        "PIXELS", "how far apart the same source may be; 1 if not given", "--match")
                .build());
    }

    static CompareOptions of(Line line) {
        try {
            return new CompareOptions(Tolerances.parse(line.values("--tolerance")), radius(line));
        } catch (IllegalArgumentException e) {
            throw new UserError(ExitCode.USAGE, "--tolerance " + e.getMessage());
        }
    }

    private static double radius(Line line) {
        Optional<String> text = line.value("--match");
        double radius = RADIUS;
        try {
            radius = text.map(Double::valueOf).orElse(RADIUS);
        } catch (NumberFormatException e) {
            radius = Double.NaN;
        }
        if (!(radius > 0) || Double.isInfinite(radius)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "--match takes a number of pixels above 0, not '" + text.orElse("") + "'");
        }
        return radius;
    }

    /**
     * Complains of a tolerance that is of nothing: a slip would make the comparison stricter than it
     * was meant to be. Mask planes and cards, in capitals, may be there in some frames only.
     */
    void check(Compared compared) {
        Collection<String> known = new TreeSet<>(Tolerances.KINDS);
        compared.entries().forEach(entry -> known.addAll(entry.comparison().names()));
        Set<String> special = tolerances.special();
        List<String> problems = special.stream()
                .filter(name -> !known.contains(name) && !name.matches("[A-Z0-9_-]+"))
                .map(name -> "--tolerance " + name + ": no such kind, plane or column"
                        + Nearest.question(name, known))
                .toList();
        if (!problems.isEmpty()) {
            List<String> lines = new ArrayList<>(problems);
            lines.add(lines.remove(lines.size() - 1) + "; there are " + String.join(", ", known));
            throw new UserError(ExitCode.USAGE, lines);
        }
    }
}
