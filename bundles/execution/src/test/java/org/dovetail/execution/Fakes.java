package org.dovetail.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dovetail.data.FileFormat;
import org.dovetail.data.Provenance;
import org.dovetail.data.Provenance.SlotProvenance;
import org.dovetail.data.ReadContext;
import org.dovetail.pipeline.Input;
import org.dovetail.pipeline.Output;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** A task on texts, its datasets and their formats. */
final class Fakes {

    static final Provenance WHAT = Provenances.of(
            "shout",
            "shout@1.0.0",
            "c0ffee",
            List.of(new SlotProvenance("shout", "shout@1.0.0", "b", "d")));

    private Fakes() {}

    /** A text. */
    public record Text(String value) {}

    /** How loud to be. */
    public record Volume(int marks) {}

    /** What {@link Shout} takes. */
    public record In(
            @Input(value = "text", doc = "the text", primary = true)
            Text text,

            @Input(value = "volume", doc = "how loud") Optional<Volume> volume) {}

    /** What {@link Shout} gives. */
    public record Out(
            @Output(value = "shout", doc = "the text, loud") Text shout,
            @Output(value = "echo", doc = "what comes back") Optional<Text> echo) {}

    /** What {@link Join} takes. */
    public record Texts(
            @Input(value = "text", doc = "texts", primary = true)
            List<Text> texts) {}

    /** What {@link Join} gives. */
    public record Joined(
            @Output(value = "all", doc = "all texts") Text all) {}

    /** Writes in capitals; the text says how it fails. */
    public static final class Shout implements PipelineTask<In, Out> {

        @Override
        public Out run(In inputs) {
            String text = inputs.text().value();
            for (ErrorCode code : ErrorCode.values()) {
                if (text.equals(code.name())) {
                    throw new TaskException(code, "the text says " + text);
                }
            }
            switch (text) {
                case "BUG" -> throw new IllegalStateException("a bug");
                case "MEMORY" -> throw new OutOfMemoryError("Java heap space");
                default -> {}
            }
            int marks = inputs.volume().map(Volume::marks).orElse(1);
            Text loud = new Text(text.toUpperCase(Locale.ROOT) + "!".repeat(marks));
            return new Out(loud, text.contains("quiet") ? Optional.empty() : Optional.of(loud));
        }
    }

    /** Puts texts one after another. */
    public static final class Join implements PipelineTask<Texts, Joined> {

        @Override
        public Joined run(Texts inputs) {
            return new Joined(new Text(
                    String.join("+", inputs.texts().stream().map(Text::value).toList())));
        }
    }

    /** Texts in files; writing can be made to fail. */
    static final class TextFormat extends FileFormat<Text> {

        private final UnaryOperator<String> beforeWriting;

        TextFormat(UnaryOperator<String> beforeWriting, String... endings) {
            super(Text.class, List.of(endings));
            this.beforeWriting = beforeWriting;
        }

        @Override
        public Text read(Path file, ReadContext context) {
            try {
                String text = Files.readString(file);
                if (text.isEmpty()) {
                    throw new TaskException(ErrorCode.UNREADABLE_INPUT, "no text in it");
                }
                return new Text(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void write(Text dataset, Path file, Provenance provenance) {
            try {
                Files.writeString(file, "half");
                Files.writeString(file, beforeWriting.apply(dataset.value()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A number in a file; counts how often it is read. */
    static final class VolumeFormat extends FileFormat<Volume> {

        final AtomicInteger reads = new AtomicInteger();

        VolumeFormat() {
            super(Volume.class, List.of("num"), List.of());
        }

        @Override
        public Volume read(Path file, ReadContext context) {
            reads.incrementAndGet();
            try {
                return new Volume(Integer.parseInt(Files.readString(file)));
            } catch (IOException | NumberFormatException e) {
                throw new TaskException(ErrorCode.UNREADABLE_INPUT, "no number in it", e);
            }
        }
    }

    static Formats formats() {
        return formats(UnaryOperator.identity());
    }

    static Formats formats(UnaryOperator<String> beforeWriting) {
        return new Formats(List.of(
                new TextFormat(beforeWriting, "txt", "txt.gz"),
                new TextFormat(beforeWriting, "md"),
                new VolumeFormat()));
    }

    static RunRequest request(Path folder, Path... files) {
        return new RunRequest(
                "shout",
                Signature.of(Shout.class),
                Map.of("text", List.of(files)),
                folder,
                Map.of(),
                false);
    }

    static Path file(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
