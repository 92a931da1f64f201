package org.dovetail.assembly.resolution;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.assembly.Candidates;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Cardinality;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Origin;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.Lock;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Resolves a request against what is installed.
 *
 * <p>A file as a whole is the block of one slot, which the root task fills: so blocks of other tasks
 * in the same file are checked and kept like those of any algorithm that is not in use.
 */
public final class Resolver {

    private final Catalogue catalogue;
    private final TreeRequest request;
    private final Candidates candidates;
    private final Findings findings = new Findings();
    private final Origin asked;
    private final List<LockCheck> locks = new ArrayList<>();

    /**
     * Prepares to resolve.
     *
     * @param catalogue what is installed
     * @param request what is asked for
     */
    public Resolver(Catalogue catalogue, TreeRequest request) {
        this(catalogue, request, Candidates.ALL);
    }

    /**
     * Prepares to resolve.
     *
     * @param catalogue what is installed
     * @param request what is asked for
     * @param candidates what of it may be chosen
     */
    public Resolver(Catalogue catalogue, TreeRequest request, Candidates candidates) {
        this.catalogue = catalogue;
        this.request = request;
        this.candidates = candidates;
        this.asked = new Origin(Layer.Kind.SET, "task " + request.task(), 0, 0);
    }

    /** Returns the plan, or all that is wrong. */
    public Resolution resolve() {
        List<Layer> layers = new ArrayList<>(request.layers());
        layers.sort(Comparator.comparingInt(Resolver::strength));
        List<Raw> read = new ArrayList<>();
        for (Layer layer : layers) {
            if (!isOption(layer)) {
                file(layer).ifPresent(read::add);
            }
        }
        List<TreeNode> nodes = role().map(role -> root(role, layers, read)).orElse(List.of());
        Optional<TreePlan> plan = findings.problems.isEmpty() && !nodes.isEmpty()
                ? Optional.of(new TreePlan(nodes.get(0), findings.kept, findings.emptied))
                : Optional.empty();
        plan.ifPresent(done -> locks.forEach(lock -> lock.check(done)));
        findings.problems.sort(order(layers));
        return new Resolution(
                findings.problems.isEmpty() ? plan : Optional.empty(),
                findings.problems,
                findings.notes);
    }

    private List<TreeNode> root(RoleDescription role, List<Layer> layers, List<Raw> read) {
        Selector task = pinned(read);
        AlgorithmDescription root;
        try {
            root = catalogue.select(role, task, any -> candidates.objection("", any));
        } catch (TaskException e) {
            findings.problem(e.code(), asked, "", e.getMessage());
            return List.of();
        }
        for (Layer layer : layers) {
            if (isOption(layer)) {
                option(layer, role, root, read).ifPresent(read::add);
            }
        }
        return walk(role, task, read, findings);
    }

    private List<TreeNode> walk(
            RoleDescription role, Selector task, List<Raw> read, Findings into) {
        SlotDescription slot = new SlotDescription("", role, Cardinality.ONE, List.of());
        List<Raw> all = new ArrayList<>(read);
        Raw name = new Raw.Value(task.toString(), asked);
        all.add(new Raw.Block(List.of(new Raw.Entry(SlotWalk.USE, asked, name)), asked));
        return new SlotWalk(catalogue, candidates, into, true).resolve("", slot, all, asked);
    }

    /** Returns the task asked for, in the version that a file pins if the request leaves it open. */
    private Selector pinned(List<Raw> read) {
        Selector task = request.task();
        for (Raw layer : read) {
            for (Raw.Entry entry : ((Raw.Block) layer).entries()) {
                if (!entry.key().equals(SlotWalk.USE)
                        || !(entry.value() instanceof Raw.Value value)
                        || !(value.value() instanceof String text)
                        || request.task().range().isPresent()) {
                    continue;
                }
                try {
                    Selector named = Selector.parse(text);
                    task = named.name().equals(task.name()) ? named : task;
                } catch (IllegalArgumentException e) {
                    findings.wrong(value.origin(), SlotWalk.USE, e.getMessage());
                }
            }
        }
        return task;
    }

    private Optional<RoleDescription> role() {
        RoleDescription found = null;
        List<String> known = new ArrayList<>();
        for (RoleDescription role : catalogue.roles()) {
            known.add(role.name());
            boolean fills = role.name().equals(request.role())
                    && catalogue.find(request.task()).stream()
                            .anyMatch(a -> a.role().sameClassAs(role));
            if (fills || found == null && role.name().equals(request.role())) {
                found = role;
            }
        }
        if (found == null) {
            findings.problem(
                    ErrorCode.NO_SUCH_ALGORITHM,
                    asked,
                    "",
                    "no algorithm for the role " + request.role() + " is installed; known roles: "
                            + String.join(", ", known));
        }
        return Optional.ofNullable(found);
    }

    private Optional<Raw> file(Layer layer) {
        Origin origin = new Origin(layer.kind(), layer.name(), 0, 0);
        try {
            String text = layer.text().isPresent()
                    ? layer.text().get()
                    : Files.readString(layer.file().orElseThrow());
            Optional<Raw> raw = new YamlReader(layer, findings).read(text);
            if (raw.isPresent() && !(raw.get() instanceof Raw.Block)) {
                findings.wrong(
                        raw.get().origin(), "", "must be a mapping with the task at its top");
                return Optional.empty();
            }
            return raw.map(this::withoutLock);
        } catch (NoSuchFileException e) {
            findings.wrong(origin, "", "there is no such file");
        } catch (CharacterCodingException e) {
            findings.wrong(origin, "", "is not a text file in UTF-8");
        } catch (IOException e) {
            findings.wrong(origin, "", "cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Takes from a file what it pins beside versions and values. */
    private Raw withoutLock(Raw file) {
        List<Raw.Entry> rest = new ArrayList<>();
        for (Raw.Entry entry : ((Raw.Block) file).entries()) {
            if (entry.key().equals(Lock.KEY)) {
                locks.add(new LockCheck(entry, findings));
            } else {
                rest.add(entry);
            }
        }
        return new Raw.Block(rest, file.origin());
    }

    private Optional<Raw> option(
            Layer layer, RoleDescription role, AlgorithmDescription root, List<Raw> before) {
        OptionReader reader = new OptionReader(layer, findings);
        List<String> parts = reader.split().orElse(List.of());
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        try {
            String whole = whole(layer, parts.get(0), role, root, before);
            String text = parts.get(1);
            boolean name = layer.kind() == Layer.Kind.USE && !text.startsWith("[");
            Raw value = name ? new Raw.Value(text, reader.origin()) : reader.value(text);
            return Optional.of(reader.wrap(whole, value));
        } catch (IllegalArgumentException e) {
            findings.wrong(reader.origin(), "", e.getMessage());
            return Optional.empty();
        }
    }

    /** Returns the whole path that an option means. */
    private String whole(
            Layer option,
            String path,
            RoleDescription role,
            AlgorithmDescription root,
            List<Raw> before) {
        SlotSearch search = new SlotSearch(catalogue, root);
        if (option.kind() == Layer.Kind.SET && role.setting(path).isPresent()) {
            return path; // the root's slot is the file itself
        }
        if (option.kind() == Layer.Kind.SET) {
            return isAbsolute(path, role, root)
                    ? absolute(path, role, root)
                    : search.findSetting(path, nodes(role, root, before, new Findings()));
        }
        Findings earlier = new Findings();
        nodes(role, root, before, earlier);
        return search.find(path, earlier.slots) + "." + SlotWalk.USE;
    }

    /**
     * Returns the whole path that an option means after the layers that are there already.
     *
     * @param option a setting or a selection
     * @throws IllegalArgumentException with a message for a person if none or several fit
     * @throws TaskException if the task itself is not installed
     */
    public String place(Layer option) {
        List<Raw> read = new ArrayList<>();
        request.layers().stream()
                .filter(layer -> !isOption(layer))
                .sorted(Comparator.comparingInt(Resolver::strength))
                .forEach(layer -> file(layer).ifPresent(read::add));
        RoleDescription role = role().orElseThrow(() -> new TaskException(
                ErrorCode.NO_SUCH_ALGORITHM, "no role " + request.role() + " is installed"));
        AlgorithmDescription root = catalogue.select(role, pinned(read));
        List<String> parts = new OptionReader(option, findings).split().orElse(List.of());
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(findings.problems.get(0).message());
        }
        return whole(option, parts.get(0), role, root, read);
    }

    /** Returns all algorithms in use so far. */
    private List<TreeNode> nodes(
            RoleDescription role, AlgorithmDescription root, List<Raw> layers, Findings into) {
        Selector exact = Selector.exactly(root.name(), root.version());
        List<TreeNode> found = walk(role, exact, layers, into);
        return found.isEmpty() ? List.of() : found.get(0).andBelow();
    }

    /** Returns whether a path begins with a task, or with a setting or a slot of the root task. */
    private boolean isAbsolute(String path, RoleDescription role, AlgorithmDescription root) {
        return isMember(first(path), root) || isTask(path, role);
    }

    /** Returns a path that begins with a task's name; one that does not is the root task's. */
    private String absolute(String path, RoleDescription role, AlgorithmDescription root) {
        boolean task = !isMember(first(path), root) && isTask(path, role);
        return task ? path : root.name() + "." + path;
    }

    private static String first(String path) {
        String first = OptionReader.names(path).get(0);
        int bracket = first.indexOf('[');
        return bracket < 0 ? first : first.substring(0, bracket);
    }

    private static boolean isMember(String name, AlgorithmDescription root) {
        return root.details().setting(name).isPresent()
                || root.details().slot(name).isPresent();
    }

    private boolean isTask(String path, RoleDescription role) {
        String first = first(path);
        return !path.equals(first)
                && catalogue.algorithms(role).stream().anyMatch(a -> a.name().equals(first));
    }

    private static boolean isOption(Layer layer) {
        return layer.kind() == Layer.Kind.SET || layer.kind() == Layer.Kind.USE;
    }

    private static int strength(Layer layer) {
        return isOption(layer) ? Layer.Kind.SET.ordinal() : layer.kind().ordinal();
    }

    /** Orders problems as a person reads: layer by layer, from the top of each file. */
    private static Comparator<Problem> order(List<Layer> layers) {
        Map<String, Integer> places = new HashMap<>();
        layers.forEach(layer -> places.putIfAbsent(layer.name(), places.size()));
        return Comparator.comparingInt(
                        (Problem p) -> places.getOrDefault(p.origin().source(), -1))
                .thenComparingInt(p -> p.origin().line())
                .thenComparingInt(p -> p.origin().column());
    }
}
