package org.dovetail.assembly.build;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.assembly.config.Layer;
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
        if (cause instanceof TaskException e) {
            return new TaskException(e.code(), message(node, e.getMessage()), e);
        }
        if (cause instanceof IllegalArgumentException) {
            return new TaskException(
                    ErrorCode.INVALID_CONFIGURATION,
                    message(node, String.valueOf(cause.getMessage())),
                    cause);
        }
        if (cause instanceof LinkageError || cause instanceof ClassNotFoundException) {
            return new TaskException(
                    ErrorCode.NO_SUCH_ALGORITHM, where(node) + "cannot be loaded: " + cause, cause);
        }
        return new TaskException(
                ErrorCode.ALGORITHM_FAILED, where(node) + "cannot be constructed: " + cause, cause);
    }

    static String where(TreeNode node) {
        return node.path() + " (" + node.algorithm() + "): ";
    }

    private static String message(TreeNode node, String message) {
        List<String> named = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (SettingValue setting : node.settings().values()) {
            String name = setting.description().name();
            String text = name + " = " + setting.text() + ", " + setting.origin();
            if (mentions(message, name)) {
                named.add(text);
            } else if (setting.origin().kind() != Layer.Kind.DEFAULT) {
                given.add(text);
            }
        }
        List<String> relevant = named.isEmpty() ? given : named;
        return where(node)
                + message
                + (relevant.isEmpty() ? "" : " (" + String.join("; ", relevant) + ")");
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
