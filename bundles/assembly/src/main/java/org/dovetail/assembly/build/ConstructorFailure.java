package org.dovetail.assembly.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Origin;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.config.SettingValue;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** Says of a failure during construction where it happened and which settings it is about. */
final class ConstructorFailure {

    private ConstructorFailure() {}

    /**
     * Makes the failure to report.
     *
     * @param node what was being built
     * @param cause what its constructor threw
     */
    static TaskException of(TreeNode node, Throwable cause) {
        if (cause instanceof TaskException || cause instanceof IllegalArgumentException) {
            String all = problems(node, cause).stream()
                    .map(problem -> where(node) + problem.message())
                    .collect(Collectors.joining("\n"));
            return new TaskException(code(cause), all, cause);
        }
        if (cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException) {
            return new TaskException(
                    ErrorCode.NO_SUCH_ALGORITHM,
                    where(node) + "cannot be loaded: it uses " + className(cause) + ", which "
                            + node.algorithm().bundle()
                            + " neither contains nor imports; replace that plugin, or "
                            + another(node),
                    cause);
        }
        if (cause instanceof LinkageError) {
            return new TaskException(
                    ErrorCode.NO_SUCH_ALGORITHM,
                    where(node) + "cannot be loaded: " + root(cause) + "; " + another(node),
                    cause);
        }
        return new TaskException(
                ErrorCode.ALGORITHM_FAILED,
                where(node) + "cannot be constructed: " + root(cause) + "; " + another(node),
                cause);
    }

    private static String className(Throwable cause) {
        return String.valueOf(cause.getMessage()).replace('/', '.').replaceAll(" not found.*", "");
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Returns what to do without the algorithm. */
    static String another(TreeNode node) {
        int dot = node.path().indexOf('.');
        return (dot < 0
                        ? "run another"
                        : "choose another: --use " + node.path().substring(dot + 1) + "=NAME")
                + " (`dovetail list " + node.algorithm().role().name() + "`)";
    }

    /**
     * Returns the problems that a failure is about, each at the place of a setting that has to do
     * with it, or of the selection of the algorithm.
     *
     * @param node what was being built
     * @param failure the failure that was made {@linkplain #of of} what its constructor threw
     */
    static List<Problem> problems(TreeNode node, TaskException failure) {
        Throwable cause = failure.getCause();
        return cause instanceof TaskException || cause instanceof IllegalArgumentException
                ? problems(node, cause)
                : List.of(new Problem(
                        failure.code(), place(node, Map.of()), node.block(), failure.getMessage()));
    }

    private static List<Problem> problems(TreeNode node, Throwable cause) {
        List<Problem> problems = new ArrayList<>();
        if (cause instanceof TaskException e && !e.mistakes().isEmpty()) {
            for (TaskException.Mistake mistake : e.mistakes()) {
                problems.add(problem(node, e.code(), mistake.message(), mistake.about()));
            }
        } else {
            String message = String.valueOf(cause.getMessage());
            problems.add(problem(node, code(cause), message, List.of()));
        }
        return problems;
    }

    private static ErrorCode code(Throwable cause) {
        return cause instanceof TaskException e ? e.code() : ErrorCode.INVALID_CONFIGURATION;
    }

    static String where(TreeNode node) {
        return node.path() + " (" + node.algorithm() + "): ";
    }

    private static Problem problem(
            TreeNode node, ErrorCode code, String message, List<String> about) {
        Map<String, Origin> named = new LinkedHashMap<>();
        Map<String, Origin> given = new LinkedHashMap<>();
        for (SettingValue setting : node.values().values()) {
            String name = setting.description().name();
            String text = name + " = " + setting.text() + ", " + setting.origin();
            if (about.isEmpty() ? mentions(message, name) : about.contains(name)) {
                named.put(text, setting.origin());
            } else if (setting.origin().kind() != Layer.Kind.DEFAULT) {
                given.put(text, setting.origin());
            }
        }
        for (TreeNode child : node.children()) {
            String name = child.path().substring(node.block().length() + 1);
            if (!child.selection().isEmpty()
                    && (about.contains(name) || about.contains(child.slot()))) {
                Origin origin =
                        child.selection().get(child.selection().size() - 1).origin();
                named.put(name + " = " + child.algorithm() + ", " + origin, origin);
            }
        }
        Map<String, Origin> relevant = named.isEmpty() ? given : named;
        String places = relevant.isEmpty() ? "" : " (" + String.join("; ", relevant.keySet()) + ")";
        return new Problem(code, place(node, relevant), node.block(), message + places);
    }

    /** Returns the place that a person should look at first: one that somebody wrote. */
    private static Origin place(TreeNode node, Map<String, Origin> relevant) {
        List<Origin> origins = new ArrayList<>(relevant.values());
        node.selection().forEach(each -> origins.add(each.origin()));
        return origins.stream()
                .filter(origin -> origin.kind() != Layer.Kind.DEFAULT)
                .findFirst()
                .orElseGet(() -> new Origin(Layer.Kind.DEFAULT, node.algorithm().toString(), 0, 0));
    }

    private static boolean mentions(String message, String name) {
        for (int at = message.indexOf(name); at >= 0; at = message.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean starts = at == 0 || !Character.isJavaIdentifierPart(message.charAt(at - 1));
            boolean ends =
                    end == message.length() || !Character.isJavaIdentifierPart(message.charAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }
}
