package org.dovetail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.runtime.ChainModel.Say;
import org.dovetail.runtime.ChainModel.State;
import org.dovetail.task.TaskException;

/** A live tree beside its model; both take each step, and are compared after it. */
final class FuzzedChain {

    private final World world;
    private final Map<String, Path> files;
    private final NamedTree<Estimator> tree;
    private final ChainModel model = new ChainModel();
    private final List<State> states = new ArrayList<>();
    private final Map<String, Removal> leaving = new TreeMap<>();
    private int done;

    /**
     * Opens the tree.
     *
     * @param world where
     * @param files the plugins, by the algorithm in each
     */
    FuzzedChain(World world, Map<String, Path> files) throws Exception {
        this.world = world;
        this.files = files;
        List<String> first = List.of("chain@1.0.0", "times@1.0.0", "clamp@1.0.0");
        world.plugins().install(first.stream().map(files::get).toList());
        model.available.addAll(first);
        tree = world.workspace()
                .open("chain", World.CHAIN, Estimator.class, BuildOptions.DEFAULT, "test");
        State nothing = new State(List.of(), new TreeMap<>());
        states.add(model.next(nothing, List.of(), any -> true).orElseThrow());
        compare();
    }

    TreePlan plan() {
        return tree.current().plan();
    }

    int generation() {
        return tree.current().number();
    }

    /** Returns how many steps were not refused. */
    int done() {
        return done;
    }

    /** Returns whether a plugin is there, and is not to go. */
    boolean has(String algorithm) {
        return model.available.contains(algorithm);
    }

    /** Returns whether a plugin is not even there to finish work. */
    boolean lacks(String algorithm) {
        return !has(algorithm) && !leaving.containsKey(algorithm);
    }

    /** Returns the algorithms in use. */
    Collection<String> used() {
        return now().chosen().values();
    }

    /** Takes a step and returns whether it was done; if it was refused, nothing has changed. */
    boolean step(String step) throws Exception {
        String[] words = step.split(" ", 3);
        List<Generation> before = tree.generations();
        boolean accepted = words[0].endsWith("install") ? plugin(words) : change(step, words);
        if (!accepted) {
            assertEquals(before, tree.generations(), "a refused step changes nothing");
        }
        compare();
        done += accepted ? 1 : 0;
        return accepted;
    }

    private boolean change(String step, String[] words) throws Exception {
        Optional<State> expected = expected(step, words);
        Change change;
        try {
            change = switch (words[0]) {
                case "retarget" -> tree.retarget(words[1], words[2], "test");
                case "set" -> tree.set(step.substring("set ".length()), "test");
                case "swap" -> tree.swap(slots(words), "test");
                default -> tree.rollback(words[1], "test");
            };
        } catch (TaskException e) {
            assertEquals(Optional.empty(), expected, () -> step + " is refused: " + e.getMessage());
            return false;
        }
        assertEquals(true, expected.isPresent(), () -> step + " is not refused");
        if (!expected.get().equals(now())) {
            states.add(expected.get());
            assertEquals(states.size(), change.generation().number());
        }
        for (String each : List.copyOf(leaving.keySet())) {
            if (!now().chosen().containsValue(each)) {
                leaving.remove(each).gone().get(1, TimeUnit.MINUTES);
            }
        }
        return true;
    }

    private Optional<State> expected(String step, String[] words) {
        if (words[0].equals("rollback")) {
            return model.back(states.get(Integer.parseInt(words[1]) - 1));
        }
        List<Say> says = new ArrayList<>(now().says());
        List<String> free = slots(words);
        if (words[0].equals("swap")) {
            return model.next(now(), says, place -> free.isEmpty() || covers(free.get(0), place));
        }
        String said = step.substring(words[0].length() + 1);
        boolean use = words[0].equals("retarget");
        String place = use ? words[1] + ".use" : said.substring(0, said.indexOf('='));
        String value = use ? words[2] : said.substring(said.indexOf('=') + 1);
        if (place.startsWith("frist")) {
            return Optional.empty();
        }
        says.add(new Say(place, value, step + " (generation " + (states.size() + 1) + ")"));
        Predicate<String> chosen = each -> place.endsWith(".use")
                && covers(place.substring(0, place.length() - ".use".length()), each);
        return model.next(now(), says, chosen);
    }

    private static List<String> slots(String[] words) {
        return words.length > 1 ? List.of(words[1]) : List.of();
    }

    private static boolean covers(String slot, String place) {
        return place.isEmpty()
                ? slot.equals("chain")
                : place.equals(slot) || place.startsWith(slot + "[");
    }

    private boolean plugin(String[] words) throws Exception {
        String algorithm = words[1];
        if (words[0].equals("install")) {
            world.plugins().install(List.of(files.get(algorithm)));
            model.available.add(algorithm);
            leaving.remove(algorithm);
            return true;
        }
        Plugin plugin;
        try {
            plugin = world.plugins().find(algorithm);
        } catch (TaskException e) {
            assertEquals(false, has(algorithm) || leaving.containsKey(algorithm), e.getMessage());
            return false;
        }
        Removal removal = world.plugins().uninstall(plugin, Duration.ZERO);
        model.available.remove(algorithm);
        boolean used = now().chosen().containsValue(algorithm);
        assertEquals(!used, removal.gone().isDone(), "gone at once unless the tree has it");
        if (used) {
            leaving.put(algorithm, removal);
        }
        return true;
    }

    private State now() {
        return states.get(states.size() - 1);
    }

    private void compare() {
        assertEquals(states.size(), tree.generations().size());
        for (Generation each : tree.generations()) {
            State state = states.get(each.number() - 1);
            assertEquals(ChainModel.effective(state), each.plan().effective());
            assertEquals(ChainModel.history(state), history(each.plan()));
        }
        for (double value : List.of(1.0, 0.1, -3.7)) { // equal bits, as assertEquals compares
            assertEquals(ChainModel.estimate(now(), value), tree.tree().task().estimate(value));
        }
        List<String> there = world.plugins().installed().stream()
                .filter(plugin -> !plugin.retired())
                .map(Plugin::toString)
                .toList();
        assertEquals(model.available.stream().map(this::plugin).sorted().toList(), there);
        assertEquals(there.size() + leaving.size(), world.installed().size());
    }

    private String plugin(String algorithm) {
        return algorithm
                .replace("chain@", "test.deep@")
                .replace("clamp@", "test.careful@")
                .replace("times@", "test.plain@");
    }

    /** Returns who said something of each place, wherever the plan remembers it. */
    private static SortedMap<String, List<String>> history(TreePlan plan) {
        SortedMap<String, List<String>> all = new TreeMap<>();
        for (TreeNode node : plan.nodes()) {
            String slot = node.path().replaceFirst("\\[\\d+]$", ""); // members share its selection
            remember(all, slot + ".use", node.selection());
            node.settings()
                    .forEach((name, value) -> remember(
                            all,
                            slot + "." + node.algorithm().name() + "." + name,
                            value.history()));
        }
        plan.keptHistory().forEach((path, says) -> remember(all, path, says));
        plan.emptied().forEach((path, says) -> remember(all, path + ".use", says));
        return all;
    }

    private static void remember(
            Map<String, List<String>> all, String path, List<Assignment> says) {
        Stream<String> origins = says.stream()
                .filter(say -> say.origin().kind() != Layer.Kind.DEFAULT)
                .map(say -> say.origin().toString())
                .filter(origin -> !origin.startsWith("task "));
        List<String> list = origins.toList();
        if (!list.isEmpty()) {
            all.put(path.replaceFirst("^chain\\.", ""), list);
        }
    }
}
