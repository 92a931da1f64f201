package org.dovetail.shell;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.dovetail.commands.Commands;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Runs lines in a Gogo session, in which each verb is a command of the scope {@code dovetail}. The
 * framework's own commands are there, too, and pipes between them all.
 */
final class Interpreter implements AutoCloseable {

    private static final String SCOPE = "dovetail";
    private static final int OK = 0;
    private static final int FAILED = 1;

    private final Commands commands;
    private final PrintStream out;
    private final PrintStream err;
    private final CommandSession session;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /** A verb has told what is wrong; only its exit code is still to be known. */
    private static final class Failed extends Exception {

        private static final long serialVersionUID = 1;

        private final int code;

        Failed(int code) {
            super("exit code " + code);
            this.code = code;
        }
    }

    Interpreter(
            BundleContext context,
            CommandProcessor processor,
            Commands commands,
            PrintStream out,
            PrintStream err) {
        this.commands = commands;
        this.out = out;
        this.err = err;
        commands.verbs().keySet().forEach(verb -> offer(context, verb));
        offer(context, "help");
        Dictionary<String, Object> converts = new Hashtable<>();
        converts.put(Converter.CONVERTER_CLASSES, Bundle.class.getName());
        registrations.add(
                context.registerService(Converter.class, new BundleIds(context), converts));
        session = processor.createSession(new ByteArrayInputStream(new byte[0]), out, err);
        session.put("SCOPE", SCOPE + ":felix:*"); // a verb wins over a command of the framework
    }

    private void offer(BundleContext context, String verb) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(CommandProcessor.COMMAND_SCOPE, SCOPE);
        properties.put(CommandProcessor.COMMAND_FUNCTION, verb);
        Function function = (caller, arguments) -> {
            List<String> words = new ArrayList<>(List.of(verb));
            arguments.forEach(each -> words.add(String.valueOf(each)));
            return run(words);
        };
        registrations.add(context.registerService(Function.class, function, properties));
    }

    private Object run(List<String> words) throws Failed {
        Process process = Process.Utils.current();
        int code = commands.run(
                words.toArray(String[]::new),
                process == null ? out : process.out(), // which may lead into a pipe
                process == null ? err : process.err());
        if (code != OK) {
            throw new Failed(code);
        }
        return ""; // which Gogo does not print
    }

    /** Runs a line and returns its exit code. */
    int run(String line) {
        try {
            Object result = session.execute(script(line));
            if (result != null && !result.equals("")) {
                out.println(session.format(result, Converter.INSPECT));
            }
            return OK;
        } catch (Failed e) {
            return e.code;
        } catch (CommandNotFoundException e) {
            return commands.run(new String[] {e.getCommand()}, out, err); // knows what is near
        } catch (Exception e) { // the border to whatever Gogo ran
            return told(e);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int told(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof Failed)) {
            cause = cause.getCause();
        }
        if (cause instanceof Failed failed) {
            return failed.code;
        }
        err.println("dovetail: " + (cause.getMessage() == null ? cause : cause.getMessage()));
        return FAILED;
    }

    /** Returns a line as Gogo reads it: a verb's words quoted, anything else as it is. */
    private String script(String line) {
        List<String> words = new ArrayList<>(Words.of(line));
        boolean verb =
                commands.verbs().containsKey(words.get(0)) || words.get(0).equals("help");
        if (verb && words.size() > 1 && words.get(words.size() - 1).equals("&")) {
            words.set(words.size() - 1, "--background");
        } else if (!verb || Words.isForGogo(line)) {
            return line;
        }
        StringBuilder script = new StringBuilder(SCOPE).append(':').append(words.get(0));
        words.subList(1, words.size())
                .forEach(word -> script.append(' ').append(Words.quoted(word)));
        return script.toString();
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
        session.close();
    }
}
