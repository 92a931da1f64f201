package org.dovetail.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.execution.Fakes.In;
import org.dovetail.execution.Fakes.Out;
import org.dovetail.execution.Fakes.Shout;
import org.dovetail.execution.Fakes.Text;
import org.dovetail.execution.Fakes.Volume;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private final Signature signature = Signature.of(Shout.class);

    /** A record without marks. */
    public record Bare(Text text) {}

    /** A task without marks. */
    public static final class Unmarked implements PipelineTask<Bare, Out> {

        @Override
        public Out run(Bare inputs) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void portsComeFromTheRecords() {
        assertEquals(
                List.of(
                        new Port("text", "the text", Text.class, Port.Count.ONE, true),
                        new Port("volume", "how loud", Volume.class, Port.Count.OPTIONAL, false)),
                signature.inputs());
        assertEquals(
                List.of("shout", "echo"),
                signature.outputs().stream().map(Port::dataset).toList());
        assertEquals("text", signature.primary().dataset());
    }

    @Test
    void listOfPrimaryDatasetsIsKnown() {
        assertEquals(Port.Count.MANY, Signature.of(Fakes.Join.class).primary().count());
    }

    @Test
    void recordIsMadeOfWhatWasRead() {
        Text text = new Text("a");
        assertEquals(
                new In(text, Optional.of(new Volume(2))),
                signature.input(Map.of("text", List.of(text), "volume", List.of(new Volume(2)))));
        assertEquals(
                new In(text, Optional.empty()), signature.input(Map.of("text", List.of(text))));
    }

    @Test
    void emptyOptionalOutputIsLeftOut() {
        assertEquals(
                Map.of("shout", new Text("A")),
                signature.output(new Out(new Text("A"), Optional.empty())));
    }

    @Test
    void componentWithoutMarkIsRefused() {
        TaskException e = assertThrows(TaskException.class, () -> Signature.of(Unmarked.class));
        assertEquals(
                Unmarked.class.getName() + " component 'text' has no @Input or @Output",
                e.getMessage());
    }
}
