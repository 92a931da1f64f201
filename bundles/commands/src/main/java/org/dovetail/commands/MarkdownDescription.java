package org.dovetail.commands;

import java.io.PrintStream;
import java.util.List;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.AlgorithmDetails;
import org.dovetail.assembly.catalogue.DatasetDescription;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.task.SettingDescription;

/** Describes as a document in the source tree; without versions, which would change it too often. */
final class MarkdownDescription implements Description {

    private final PrintStream out;

    MarkdownDescription(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin() {
        out.println("# Roles and algorithms");
        out.println();
        out.println(
                "Made by `dovetail describe --all --markdown`; a test checks that it is current.");
        out.println();
    }

    @Override
    public void role(RoleDescription role, List<AlgorithmDescription> algorithms) {
        out.println("## " + role.name());
        out.println();
        out.println(role.doc() + ". Interface `" + role.interfaceName() + "`"
                + (role.permitsNone() ? "; may be `none`." : "."));
        out.println();
        settings("Setting in common", role.settings());
    }

    @Override
    public void algorithm(AlgorithmDescription algorithm) {
        out.println("### " + algorithm.role().name() + " `" + algorithm.name() + "`");
        out.println();
        out.println(algorithm.doc() + ". Bundle `" + algorithm.bundle().symbolicName() + "`.");
        out.println();
        if (algorithm.problem().isPresent()) {
            out.println("Cannot be used: " + algorithm.problem().get());
            out.println();
            return;
        }
        AlgorithmDetails details = algorithm.details();
        datasets("Input", details.inputs());
        datasets("Output", details.outputs());
        slots(details.slots());
        settings("Setting", details.settings());
    }

    private void datasets(String title, List<DatasetDescription> datasets) {
        if (!datasets.isEmpty()) {
            head(title, "kind", "meaning");
            datasets.forEach(each ->
                    row("`" + each.datasetType() + "`", Description.kind(each), each.doc()));
            out.println();
        }
    }

    private void slots(List<SlotDescription> slots) {
        if (!slots.isEmpty()) {
            head("Slot", "role", "default");
            for (SlotDescription slot : slots) {
                String count = Description.count(slot.cardinality());
                row(
                        "`" + slot.name() + "`",
                        slot.role().name() + (count.isEmpty() ? "" : " (" + count + ")"),
                        Description.defaults(slot));
            }
            out.println();
        }
    }

    private void settings(String title, List<SettingDescription> settings) {
        if (!settings.isEmpty()) {
            head(title, "default", "unit", "values", "meaning");
            for (SettingDescription setting : settings) {
                String range = Description.range(setting);
                row(
                        "`" + setting.name() + "`",
                        "`" + Description.defaultValue(setting) + "`",
                        setting.unit(),
                        Description.type(setting) + (range.isEmpty() ? "" : ", " + range),
                        Description.doc(setting));
            }
            out.println();
        }
    }

    private void head(String... cells) {
        row(cells);
        out.println("| --- ".repeat(cells.length) + "|");
    }

    private void row(String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append("| ").append(cell.replace("|", "\\|")).append(cell.isEmpty() ? "" : " ");
        }
        out.println(line.append('|'));
    }
}
