package org.dovetail.launcher.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Writes each event as one line; the causes of a failure join it, a stack trace only on DEBUG. */
final class LineLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1;

    LineLogger(String name) {
        this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
        return Logging.lets(name, Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return Logging.lets(name, Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return Logging.lets(name, Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return Logging.lets(name, Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        StringBuilder line = new StringBuilder(100)
                .append(LocalTime.now().truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(level)
                .append(level.name().length() == 4 ? "  " : " ")
                .append(name)
                .append(": ")
                .append(MessageFormatter.basicArrayFormat(pattern, arguments));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            line.append(": ").append(cause.getMessage() == null ? cause : cause.getMessage());
        }
        if (failure != null && isDebugEnabled()) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            line.append(System.lineSeparator()).append(trace.toString().stripTrailing());
        }
        Logging.write(line.toString());
    }
}
