package org.dovetail.commands;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.execution.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Describes roles and algorithms from their metadata; no class of a plugin is loaded. */
final class Describe implements Verb {

    @Override
    public String doc() {
        return "settings, slots, inputs and outputs of a role or an algorithm";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "NAME[@VERSION]", "a role or an algorithm");
        spec.addOption(Line.flag("everything that is installed", "--all"));
        spec.addOption(Line.flag("as Markdown", "--markdown"));
    }

    @Override
    public int run(Line line, Session session) {
        Catalogue catalogue = session.installation().trees().catalogue();
        Description form = line.has("--markdown")
                ? new MarkdownDescription(session.out())
                : new TextDescription(session.out());
        line.atMost(line.has("--all") ? 0 : 1);
        if (line.has("--all")) {
            form.begin();
            for (RoleDescription role : catalogue.roles()) {
                form.role(role, catalogue.algorithms(role));
                catalogue.algorithms(role).forEach(form::algorithm);
            }
            return ExitCode.OK.code();
        }
        String name = line.argument(0, "the name of a role or an algorithm");
        if (!describe(catalogue, name, form)) {
            throw new UserError(ExitCode.NO_PLUGIN, missing(catalogue, name));
        }
        return ExitCode.OK.code();
    }

    private static boolean describe(Catalogue catalogue, String name, Description form) {
        boolean found = false;
        for (RoleDescription role : catalogue.roles()) {
            if (role.name().equals(name)) {
                form.role(role, catalogue.algorithms(role));
                found = true;
            }
        }
        for (AlgorithmDescription algorithm : catalogue.find(selector(name))) {
            form.algorithm(algorithm);
            found = true;
        }
        return found;
    }

    private static Selector selector(String name) {
        try {
            return Selector.parse(name);
        } catch (IllegalArgumentException e) {
            throw new UserError(ExitCode.USAGE, "the name " + e.getMessage());
        }
    }

    private static String missing(Catalogue catalogue, String name) {
        String plain = selector(name).name();
        List<String> versions = catalogue.algorithms().stream()
                .filter(algorithm -> algorithm.name().equals(plain))
                .map(AlgorithmDescription::toString)
                .toList();
        if (!versions.isEmpty()) {
            return "no algorithm " + name + "; there is " + String.join(", ", versions);
        }
        List<String> names = new ArrayList<>();
        catalogue.roles().forEach(role -> names.add(role.name()));
        catalogue.algorithms().forEach(algorithm -> names.add(algorithm.name()));
        return "no role and no algorithm '" + plain + "'" + Nearest.question(plain, names);
    }
}
