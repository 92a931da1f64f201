package org.dovetail.commands;

import java.io.PrintStream;
import java.util.List;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.AlgorithmDetails;
import org.dovetail.assembly.catalogue.DatasetDescription;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.task.SettingDescription;

/** Describes in columns, for a terminal. */
final class TextDescription implements Description {

    private final PrintStream out;
    private boolean first = true;

    TextDescription(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin() {}

    @Override
    public void role(RoleDescription role, List<AlgorithmDescription> algorithms) {
        separate();
        out.println("role " + role.name() + ": " + role.doc());
        out.println("  interface  " + role.interfaceName());
        out.println("  none       " + (role.permitsNone() ? "permitted" : "not permitted"));
        settings("settings in common", role.settings());
        Table table = new Table();
        algorithms.forEach(each -> table.add(each.toString(), each.doc()));
        if (!table.isEmpty()) {
            out.println("algorithms");
            table.print(out, "  ");
        }
    }

    @Override
    public void algorithm(AlgorithmDescription algorithm) {
        separate();
        out.println(algorithm.role().name() + " " + algorithm + ": " + algorithm.doc());
        out.println("  bundle  " + algorithm.bundle());
        out.println("  class   " + algorithm.className());
        if (algorithm.problem().isPresent()) {
            out.println("  cannot be used: " + algorithm.problem().get());
            return;
        }
        AlgorithmDetails details = algorithm.details();
        datasets("inputs", details.inputs());
        datasets("outputs", details.outputs());
        slots(details.slots());
        settings("settings", details.settings());
        settings(
                "settings in common of " + algorithm.role().name(),
                algorithm.role().settings());
    }

    private void datasets(String title, List<DatasetDescription> datasets) {
        Table table = new Table();
        datasets.forEach(each -> table.add(each.datasetType(), Description.kind(each), each.doc()));
        print(title, table);
    }

    private void slots(List<SlotDescription> slots) {
        Table table = new Table();
        for (SlotDescription slot : slots) {
            table.add(
                    slot.name(),
                    slot.role().name(),
                    Description.count(slot.cardinality()),
                    "default " + Description.defaults(slot));
        }
        print("slots", table);
    }

    private void settings(String title, List<SettingDescription> settings) {
        Table table = new Table();
        for (SettingDescription setting : settings) {
            table.add(
                    setting.name(),
                    Description.defaultValue(setting),
                    setting.unit(),
                    Description.type(setting),
                    Description.range(setting),
                    Description.doc(setting));
        }
        print(title, table);
    }

    private void print(String title, Table table) {
        if (!table.isEmpty()) {
            out.println(title);
            table.print(out, "  ");
        }
    }

    private void separate() {
        if (!first) {
            out.println();
        }
        first = false;
    }
}
