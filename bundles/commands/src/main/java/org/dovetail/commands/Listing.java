package org.dovetail.commands;

import java.util.List;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.execution.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the roles and what is installed for each. */
final class Listing implements Verb {

    @Override
    public String doc() {
        return "the roles, and the algorithms installed for each";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "[ROLE]", "one role only");
    }

    @Override
    public int run(Line line, Session session) {
        Catalogue catalogue = session.installation().trees().catalogue();
        line.atMost(1);
        String wanted = line.arguments().isEmpty() ? "" : line.arguments().get(0);
        List<String> names =
                catalogue.roles().stream().map(RoleDescription::name).toList();
        if (!wanted.isEmpty() && !names.contains(wanted)) {
            throw new UserError(
                    ExitCode.NO_PLUGIN,
                    "no role '" + wanted + "'" + Nearest.question(wanted, names) + "; roles: "
                            + String.join(", ", names));
        }
        Table table = new Table();
        table.add("ROLE", "NAME", "VERSION", "BUNDLE", "");
        for (RoleDescription role : catalogue.roles()) {
            if (wanted.isEmpty() || role.name().equals(wanted)) {
                for (AlgorithmDescription algorithm : catalogue.algorithms(role)) {
                    table.add(
                            role.name(),
                            algorithm.name(),
                            algorithm.version().toString(),
                            algorithm.bundle().symbolicName(),
                            algorithm.doc());
                }
            }
        }
        table.print(session.out(), "");
        Broken.warn(session, line.has("-v"));
        return ExitCode.OK.code();
    }
}
