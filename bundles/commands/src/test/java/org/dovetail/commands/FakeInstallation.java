package org.dovetail.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.data.FileFormat;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.execution.Formats;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** An installation with one task on texts, without a framework. */
final class FakeInstallation implements Installation {

    private final Map<String, String> failures;

    FakeInstallation(Map<String, String> failures) {
        this.failures = failures;
    }

    @Override
    public TaskTrees trees() {
        return new FakeTrees();
    }

    @Override
    public Formats formats() {
        return new Formats(List.of(new TextFormat()));
    }

    @Override
    public Map<String, String> failures() {
        return failures;
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    /** A text. */
    public record Text(String value) {}

    /** Texts in files; an empty file is not readable. */
    private static final class TextFormat extends FileFormat<Text> {

        public TextFormat() {
            super(Text.class, List.of("txt", "md"));
        }

        @Override
        public Text read(Path file, ReadContext context) {
            try {
                return Optional.of(Files.readString(file))
                        .filter(text -> !text.isEmpty())
                        .map(Text::new)
                        .orElseThrow(() -> new TaskException(
                                ErrorCode.UNREADABLE_INPUT, file + ": not a text"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void write(Text dataset, Path file, Provenance provenance) {
            try {
                Files.writeString(file, dataset.value());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
