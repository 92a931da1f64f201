package org.dovetail.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.runtime.NamedTree;
import org.dovetail.runtime.SlotExplanation;
import org.dovetail.task.TaskException;
import picocli.CommandLine.Model.CommandSpec;

/** Finds what may come next in a line. */
final class Completion {

    private final Installation installation;
    private final List<String> words;
    private final String last;

    /**
     * Looks at a line.
     *
     * @param installation what there is
     * @param words its words, the last of them unfinished and perhaps empty
     */
    Completion(Installation installation, List<String> words) {
        this.installation = installation;
        this.words = words;
        this.last = words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    /** Returns what the last word may become, in order. */
    List<String> find() {
        TreeSet<String> found = new TreeSet<>();
        if (words.size() <= 1) {
            Verbs.names().stream().filter(name -> !Verbs.isLater(name)).forEach(found::add);
        } else if (last.startsWith("-")) {
            found.addAll(options());
        } else {
            String before = words.get(words.size() - 2);
            found.addAll(before.startsWith("-") ? values(before) : arguments());
        }
        return found.stream().filter(each -> each.startsWith(last)).toList();
    }

    private List<String> options() {
        Optional<Verb> verb = Verbs.find(words.get(0));
        if (verb.isEmpty()) {
            return List.of();
        }
        CommandSpec spec = CommandSpec.create();
        verb.get().declare(spec, installation);
        return spec.optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--") || name.length() == 2)
                .toList();
    }

    private List<String> values(String option) {
        return switch (option) {
            case "--tree" -> names();
            case "--use", "-c" -> assignments(option);
            case "-n", "--force", "--strict", "--json", "--now", "--background", "--timing" ->
                arguments(); // they take no value
            case "-j", "--limit", "--name", "--as", "-L" -> List.of();
            default -> files();
        };
    }

    private List<String> assignments(String option) {
        return tree().map(tree -> {
                    List<String> all = new ArrayList<>();
                    (option.equals("-c") ? settings(tree) : slots(tree))
                            .forEach(path -> all.add(path + "="));
                    return all;
                })
                .orElse(List.of());
    }

    private List<String> arguments() {
        int index = (int) words.stream().filter(word -> !word.startsWith("-")).count() - 1;
        return switch (words.get(0)) {
            case "open", "plan" -> index == 1 ? tasks() : files();
            case "run" -> index == 1 ? union(names(), tasks()) : files();
            case "describe" -> algorithms();
            case "show" ->
                index == 1
                        ? List.of("config", "history", "tasks")
                        : index == 2 ? union(names(), tasks()) : paths();
            case "close" -> names();
            case "install", "watch", "compare", "shell" -> files();
            case "uninstall" -> plugins();
            case "retarget" -> index == 1 ? slots() : fillers();
            case "explain", "swap", "follow", "unfollow" -> slots();
            case "set" -> paths().stream().map(path -> path + "=").toList();
            case "history" -> paths();
            case "rollback", "diff", "generations" -> generations();
            case "wait", "cancel" -> runs();
            case "help" -> Verbs.names();
            default -> List.of();
        };
    }

    private Optional<NamedTree<?>> tree() {
        int named = words.indexOf("--tree");
        List<NamedTree<?>> all =
                installation.live().map(live -> live.workspace().trees()).orElse(List.of());
        return all.stream()
                .filter(tree -> named >= 0 && named + 1 < words.size()
                        ? tree.name().equals(words.get(named + 1))
                        : all.size() == 1)
                .findFirst();
    }

    private List<String> names() {
        return installation.live().stream()
                .flatMap(live -> live.workspace().trees().stream())
                .map(tree -> tree.name())
                .toList();
    }

    private List<String> tasks() {
        return installation.trees().catalogue().algorithms().stream()
                .filter(each -> each.role().name().equals(ConfigOptions.PIPELINE_TASK))
                .map(AlgorithmDescription::name)
                .distinct()
                .toList();
    }

    private List<String> algorithms() {
        List<String> all = new ArrayList<>();
        installation.trees().catalogue().algorithms().forEach(each -> {
            all.add(each.name());
            all.add(each.toString());
        });
        return all;
    }

    private List<String> slots() {
        return tree().map(Completion::slots).orElse(List.of());
    }

    /** Returns the paths of the slots below the root. */
    private static List<String> slots(NamedTree<?> tree) {
        TreePlan plan = tree.current().plan();
        List<String> slots = new ArrayList<>();
        for (TreeNode node : plan.nodes()) {
            node.algorithm().details().slots().forEach(slot -> {
                List<TreeNode> filled = node.in(slot.name());
                if (filled.isEmpty()) {
                    slots.add(relative(plan, node.block() + "." + slot.name()));
                }
                filled.forEach(each -> slots.add(relative(plan, each.path())));
            });
        }
        return slots;
    }

    private static List<String> settings(NamedTree<?> tree) {
        TreePlan plan = tree.current().plan();
        List<String> settings = new ArrayList<>();
        for (TreeNode node : plan.nodes()) {
            node.settings()
                    .keySet()
                    .forEach(name -> settings.add(relative(plan, node.block() + "." + name)));
        }
        return settings;
    }

    private List<String> paths() {
        return tree().map(tree -> union(settings(tree), slots(tree))).orElse(List.of());
    }

    private static String relative(TreePlan plan, String path) {
        String root = plan.root().path() + ".";
        return path.startsWith(root) ? path.substring(root.length()) : path;
    }

    /** Returns what may fill the slot that the word before names. */
    private List<String> fillers() {
        List<String> fillers = new ArrayList<>();
        try {
            tree().ifPresent(tree -> {
                for (SlotExplanation.Candidate each :
                        tree.explain(words.get(words.size() - 2)).candidates()) {
                    fillers.add(each.algorithm().name());
                    fillers.add(each.algorithm().toString());
                }
            });
        } catch (TaskException e) {
            return List.of(); // there is no such slot: nothing to propose
        }
        return fillers;
    }

    private List<String> plugins() {
        return installation.live().stream()
                .flatMap(live -> live.plugins().installed().stream())
                .flatMap(plugin -> Stream.of(plugin.name(), plugin.toString()))
                .toList();
    }

    private List<String> generations() {
        List<String> all = new ArrayList<>();
        tree().ifPresent(tree -> tree.generations().forEach(each -> {
            all.add(String.valueOf(each.number()));
            each.name().ifPresent(all::add);
        }));
        return all;
    }

    private List<String> runs() {
        return installation.live().stream()
                .flatMap(live -> live.runs().all().stream())
                .map(run -> String.valueOf(run.number()))
                .toList();
    }

    private List<String> files() {
        int slash = last.lastIndexOf('/');
        String folder = last.substring(0, slash + 1);
        try (Stream<Path> files = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
            return files.map(file ->
                            folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .filter(name -> !name.startsWith(".") || last.startsWith("."))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<String> union(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
