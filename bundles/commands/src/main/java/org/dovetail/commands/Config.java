package org.dovetail.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.file.LockFile;
import org.dovetail.assembly.plan.Difference;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.execution.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Checks, compares, dumps and changes configurations without a run. */
final class Config implements Verb {

    private static final Pattern TOP =
            Pattern.compile("^([a-z][a-z0-9-]*)\\s*:", Pattern.MULTILINE);
    private static final List<String> ACTIONS = List.of("check", "diff", "dump", "set", "use");

    private final ConfigOptions config = new ConfigOptions();

    @Override
    public String doc() {
        return "check, compare, dump or change a configuration";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(
                spec,
                "check TASK|FILE | diff A B | dump TASK|FILE | set FILE PATH=VALUE..."
                        + " | use FILE SLOT=ALGORITHM...",
                "what to do with which task or file; a file names its task at the left margin; set"
                        + " and use change nothing else in it");
        config.declare(spec);
    }

    @Override
    public int run(Line line, Session session) {
        String action = line.argument(0, "check, diff, dump, set or use");
        switch (action) {
            case "check" -> {
                one(line);
                for (TreeRequest request :
                        requests(line.argument(1, "a task or a file"), session)) {
                    TreePlan plan = ConfigOptions.resolve(request, session);
                    ConfigOptions.check(plan, session);
                    session.out().println(plan.root().algorithm() + ": valid");
                }
            }
            case "dump" -> {
                one(line);
                for (TreeRequest request :
                        requests(line.argument(1, "a task or a file"), session)) {
                    session.out().print(ConfigOptions.resolve(request, session).dump());
                }
            }
            case "diff" -> {
                line.atMost(3);
                diff(line, session);
            }
            case "set", "use" -> {
                String file = line.argument(1, "a file");
                line.argument(2, action.equals("use") ? "SLOT=ALGORITHM" : "PATH=VALUE");
                List<String> assignments =
                        line.arguments().subList(2, line.arguments().size());
                new ConfigEdit(config, session, file)
                        .run(read(file), assignments, action.equals("use"));
            }
            default ->
                throw new UserError(
                        ExitCode.USAGE,
                        "config takes check, diff, dump, set or use, not '" + action + "'"
                                + Nearest.question(action, ACTIONS));
        }
        return ExitCode.OK.code();
    }

    /** A second file is a layer to some, another configuration to others: neither is guessed. */
    private static void one(Line line) {
        List<String> words = line.arguments();
        if (words.size() > 2) {
            throw new UserError(
                    ExitCode.USAGE,
                    "config " + words.get(0) + " takes one task or file, not '" + words.get(2)
                            + "' too; a file that is layered over it goes with -C");
        }
    }

    private void diff(Line line, Session session) {
        String left = file(line.argument(1, "two files, tasks or folders of runs"));
        String right = file(line.argument(2, "two files, tasks or folders of runs"));
        Optional<LockFile> one = lock(left);
        Optional<LockFile> two = lock(right);
        if (one.isPresent() || two.isPresent()) {
            String task = one.or(() -> two).get().root().algorithm();
            print(
                    one.orElseGet(() -> now(left, task, session))
                            .diff(two.orElseGet(() -> now(right, task, session))),
                    session);
            return;
        }
        for (TreeRequest request : requests(left, session)) {
            TreePlan plan = ConfigOptions.resolve(request, session);
            TreeRequest other = config.request(request.task().name());
            TreePlan against = ConfigOptions.resolve(
                    isFile(right) ? with(other, right) : config.request(right), session);
            print(plan.diff(against), session);
        }
    }

    /** Returns what a task or a file would lock now. */
    private LockFile now(String argument, String task, Session session) {
        TreeRequest request =
                isFile(argument) ? with(config.request(task), argument) : config.request(argument);
        return LockFile.of(ConfigOptions.resolve(request, session));
    }

    private static void print(List<Difference> differences, Session session) {
        for (Difference difference : differences) {
            session.out().println(difference);
            session.out()
                    .println("    " + or(difference.leftOrigin()) + " -> "
                            + or(difference.rightOrigin()));
        }
    }

    /** Returns a file or a task; for the folder of a run, the lock that the run left there. */
    private static String file(String argument) {
        Path folder = Path.of(argument);
        if (!Files.isDirectory(folder)) {
            return argument;
        }
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, "*.lock.yaml")) {
            List<Path> found = new ArrayList<>();
            locks.forEach(found::add);
            if (found.size() == 1) {
                return found.get(0).toString();
            }
            throw new UserError(
                    ExitCode.USAGE,
                    folder + " has "
                            + (found.isEmpty() ? "no *.lock.yaml" : found.size() + " locks")
                            + "; name a lock file, as run --lock FILE.lock.yaml writes it");
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, folder + ": cannot be read: " + e.getMessage());
        }
    }

    private static Optional<LockFile> lock(String argument) {
        if (!isFile(argument)) {
            return Optional.empty();
        }
        String text = read(argument);
        return LockFile.isLock(text)
                ? Optional.of(LockFile.read(argument, text))
                : Optional.empty();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new UserError(ExitCode.USAGE, file + ": there is no such file");
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, file + ": cannot be read: " + e.getMessage());
        }
    }

    private static String or(String origin) {
        return origin.isEmpty() ? "(nowhere)" : origin;
    }

    /** Returns a request for a task, or for each installed task that a file configures. */
    private List<TreeRequest> requests(String argument, Session session) {
        if (!isFile(argument)) {
            return List.of(config.request(argument));
        }
        List<String> top = new ArrayList<>();
        Matcher keys = TOP.matcher(read(argument));
        while (keys.find()) {
            top.add(keys.group(1));
        }
        List<String> tasks = session.installation().trees().catalogue().algorithms().stream()
                .filter(each -> each.role().name().equals(ConfigOptions.PIPELINE_TASK))
                .map(AlgorithmDescription::name)
                .distinct()
                .toList();
        List<TreeRequest> requests = new ArrayList<>();
        for (String key : top) {
            if (tasks.contains(key)) {
                requests.add(with(config.request(key), argument));
            }
        }
        if (requests.isEmpty()) {
            throw new UserError(
                    ExitCode.USAGE,
                    argument + ": configures none of the installed tasks "
                            + String.join(", ", tasks) + "; it has " + top);
        }
        return requests;
    }

    private static TreeRequest with(TreeRequest request, String file) {
        return request.with(Layer.file(Layer.Kind.FILE, Path.of(file)));
    }

    private static boolean isFile(String argument) {
        return argument.endsWith(".yaml")
                || argument.endsWith(".yml")
                || Files.exists(Path.of(argument));
    }
}
