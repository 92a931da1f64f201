package org.dovetail.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.Difference;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.execution.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Checks, compares and dumps configurations without a run. */
final class Config implements Verb {

    private static final Pattern TOP =
            Pattern.compile("^([a-z][a-z0-9-]*)\\s*:", Pattern.MULTILINE);
    private static final List<String> ACTIONS = List.of("check", "diff", "dump");

    private final ConfigOptions config = new ConfigOptions();

    @Override
    public String doc() {
        return "check, compare or dump a configuration";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(
                spec,
                "check TASK|FILE | diff A B | dump TASK|FILE",
                "what to do with which task or file; a file names its task at the left margin");
        config.declare(spec);
    }

    @Override
    public int run(Line line, Session session) {
        String action = line.argument(0, "check, diff or dump");
        switch (action) {
            case "check" -> {
                for (TreeRequest request :
                        requests(line.argument(1, "a task or a file"), session)) {
                    TreePlan plan = ConfigOptions.resolve(request, session);
                    session.out().println(plan.root().algorithm() + ": valid");
                }
            }
            case "dump" -> {
                for (TreeRequest request :
                        requests(line.argument(1, "a task or a file"), session)) {
                    session.out().print(ConfigOptions.resolve(request, session).dump());
                }
            }
            case "diff" -> diff(line, session);
            default ->
                throw new UserError(
                        ExitCode.USAGE,
                        "config takes check, diff or dump, not '" + action + "'"
                                + Nearest.question(action, ACTIONS));
        }
        return ExitCode.OK.code();
    }

    private void diff(Line line, Session session) {
        String left = line.argument(1, "two files");
        String right = line.argument(2, "two files");
        for (TreeRequest request : requests(left, session)) {
            TreePlan one = ConfigOptions.resolve(request, session);
            TreeRequest other = config.request(request.task().toString());
            TreePlan two = ConfigOptions.resolve(
                    isFile(right) ? with(other, right) : config.request(right), session);
            for (Difference difference : one.diff(two)) {
                session.out().println(difference);
                session.out()
                        .println("    " + or(difference.leftOrigin()) + " -> "
                                + or(difference.rightOrigin()));
            }
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
        try {
            Matcher keys = TOP.matcher(Files.readString(Path.of(argument), StandardCharsets.UTF_8));
            while (keys.find()) {
                top.add(keys.group(1));
            }
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, argument + ": cannot be read: " + e.getMessage());
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
