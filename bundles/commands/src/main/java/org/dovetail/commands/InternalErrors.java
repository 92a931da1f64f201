package org.dovetail.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dovetail.execution.ExitCode;

/** Tells of a bug in one line and keeps the rest in a file. */
final class InternalErrors {

    private InternalErrors() {}

    static int report(Session session, Throwable error, boolean trace, String... args) {
        session.say("internal error: " + error + "; " + keep(session, error, args));
        if (trace) {
            error.printStackTrace(session.err());
        }
        return ExitCode.INTERNAL.code();
    }

    /** Writes a stack trace to a temporary file and says where. */
    static String keep(Session session, Throwable error, String... args) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        writer.println("dovetail " + session.installation().version() + " on Java "
                + System.getProperty("java.version"));
        writer.println(String.join(" ", args));
        error.printStackTrace(writer);
        try {
            Path file = Files.createTempFile("dovetail-error-", ".txt");
            Files.writeString(file, text.toString(), StandardCharsets.UTF_8);
            return "please report it with " + file;
        } catch (IOException e) {
            return "no file for the stack trace (" + e.getMessage() + "); -v prints it";
        }
    }
}
