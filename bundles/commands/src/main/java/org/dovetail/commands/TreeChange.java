package org.dovetail.commands;

import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.config.Note;
import org.dovetail.execution.ExitCode;
import org.dovetail.runtime.Change;
import org.dovetail.runtime.LiveRun;
import org.dovetail.runtime.NamedTree;
import picocli.CommandLine.Model.CommandSpec;

/** A verb that gives an open tree its next generation. */
final class TreeChange implements Verb {

    private final String doc;
    private final String label;
    private final int least;
    private final int most;
    private final Action action;

    /** Changes a tree. */
    @FunctionalInterface
    private interface Action {
        Change apply(NamedTree<?> tree, List<String> words, String who);
    }

    private TreeChange(String doc, String label, int least, int most, Action action) {
        this.doc = doc;
        this.label = label;
        this.least = least;
        this.most = most;
        this.action = action;
    }

    /** Returns the verb of a name, if it is one of these. */
    static Optional<Verb> find(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "retarget" ->
                        new TreeChange(
                                "give a slot another algorithm; settings of all others stay",
                                "SLOT ALGORITHM[@RANGE]",
                                2,
                                2,
                                (tree, words, who) ->
                                        tree.retarget(words.get(0), words.get(1), who));
                    case "set" ->
                        new TreeChange(
                                "set values, all of them or none",
                                "PATH=VALUE...",
                                1,
                                Integer.MAX_VALUE,
                                NamedTree::set);
                    case "reload" ->
                        new TreeChange(
                                "read again the files that the tree was opened with",
                                "",
                                0,
                                0,
                                (tree, words, who) -> tree.reload(who));
                    case "swap" ->
                        new TreeChange(
                                "take what is installed now, within the ranges asked for",
                                "[SLOT...]",
                                0,
                                Integer.MAX_VALUE,
                                NamedTree::swap);
                    case "rollback" ->
                        new TreeChange(
                                "go back to an earlier generation, by its number or name",
                                "GENERATION",
                                1,
                                1,
                                (tree, words, who) -> tree.rollback(words.get(0), who));
                    case "follow" ->
                        new TreeChange(
                                "take newer versions as they are installed",
                                "[SLOT]",
                                0,
                                1,
                                (tree, words, who) -> tree.follow(first(words), true, who));
                    case "unfollow" ->
                        new TreeChange(
                                "take newer versions only when asked to swap",
                                "[SLOT]",
                                0,
                                1,
                                (tree, words, who) -> tree.follow(first(words), false, who));
                    default -> null;
                });
    }

    private static String first(List<String> words) {
        return words.isEmpty() ? "" : words.get(0);
    }

    @Override
    public String doc() {
        return doc;
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        if (most > 0) {
            Line.arguments(spec, label, "slots by path, or by the end of one");
        }
        LiveOptions.tree(spec);
        spec.addOption(Line.value("NAME", "names the new generation, to go back to", "--name")
                .build());
        spec.addOption(Line.flag(
                "cut short the runs that hold older generations; without it they go on to their end",
                "--now"));
    }

    @Override
    public int run(Line line, Session session) {
        Live live = Live.of(line, session);
        List<String> words = line.arguments();
        if (words.size() < least || words.size() > most) {
            throw new UserError(ExitCode.USAGE, "usage: " + line.verb() + " " + label);
        }
        NamedTree<?> tree = live.tree(line);
        Change change = action.apply(tree, words, live.who());
        for (Note note : change.notes()) {
            session.say("note: " + note);
        }
        String number = String.valueOf(change.generation().number());
        line.value("--name").ifPresent(name -> tree.name(number, name));
        String unchanged = change.differences().isEmpty() ? "; nothing differs" : "";
        session.out().println(tree.name() + ": " + tree.generation(number) + unchanged);
        change.differences().forEach(each -> session.out().println("  " + each));
        if (line.verb().endsWith("follow")) {
            session.out().println("  follows " + followed(tree));
        }
        if (line.has("--now")) {
            cutShort(tree, change, live, session);
        }
        return ExitCode.OK.code();
    }

    private static String followed(NamedTree<?> tree) {
        return tree.followed().isEmpty() ? "nothing" : String.join(", ", tree.followed());
    }

    private static void cutShort(NamedTree<?> tree, Change change, Live live, Session session) {
        int now = change.generation().number();
        String why = change.generation().what() + " of " + tree.name() + " (generation " + now
                + ") did not wait";
        List<LiveRun> cut = live.runs()
                .abandon(
                        run -> run.name().equals(tree.name())
                                && run.generation() > 0
                                && run.generation() != now,
                        why);
        cut.forEach(run -> session.out()
                .println("cancelled run " + run.number() + " (generation " + run.generation()
                        + ")"));
    }
}
