package org.dovetail.commands;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Candidates;
import org.dovetail.assembly.Holding;
import org.dovetail.assembly.Lease;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.Timings;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.AlgorithmDetails;
import org.dovetail.assembly.catalogue.BundleDescription;
import org.dovetail.assembly.catalogue.Cardinality;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.DatasetDescription;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.config.SettingValue;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.resolution.Resolver;
import org.dovetail.commands.FakeInstallation.Text;
import org.dovetail.pipeline.Input;
import org.dovetail.pipeline.Output;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.SettingDescription;
import org.dovetail.task.SettingType;
import org.osgi.framework.Version;

/** A task that says texts aloud; its slot {@code voice} has a loud and a soft algorithm. */
final class FakeTrees implements TaskTrees {

    private static final RoleDescription TASK = new RoleDescription(
            "pipeline-task", "Turns datasets into datasets", "PipelineTask", false, "api");
    private static final RoleDescription VOICE =
            new RoleDescription("voice", "Says a text", "Voice", false, "api");

    /** What the task takes. */
    public record In(
            @Input(value = "text", doc = "the text", primary = true)
            Text text,

            @Input(value = "title", doc = "a title") Optional<Text> title) {}

    /** What the task gives. */
    public record Out(
            @Output(value = "speech", doc = "the text, aloud")
            Text speech) {}

    /** The task. */
    public record Speak(boolean loud, int times) implements PipelineTask<In, Out> {

        @Override
        public Out run(In inputs) {
            if (inputs.text().value().equals("BUG")) {
                throw new IllegalStateException("a bug");
            }
            String text =
                    inputs.title().map(Text::value).orElse("") + inputs.text().value();
            return new Out(new Text((loud ? text.toUpperCase(Locale.ROOT) : text).repeat(times)));
        }
    }

    @Override
    public Catalogue catalogue() {
        SettingDescription times = new SettingDescription(
                "times",
                SettingType.INT,
                Optional.of(1),
                "How often",
                "repetition",
                1,
                9,
                List.of());
        SettingDescription pitch = new SettingDescription(
                "pitch",
                SettingType.INT,
                Optional.of(1),
                "How high",
                "",
                1,
                9,
                List.of(),
                "use times since 1.0");
        AlgorithmDetails soft =
                new AlgorithmDetails(List.of(pitch), List.of(), List.of(), List.of(), List.of());
        AlgorithmDetails speak = new AlgorithmDetails(
                List.of(times),
                List.of(new SlotDescription("voice", VOICE, Cardinality.ONE, List.of("loud"))),
                List.of(
                        dataset("text", true, Cardinality.ONE),
                        dataset("title", false, Cardinality.OPTIONAL)),
                List.of(dataset("speech", false, Cardinality.ONE)),
                List.of());
        return new Catalogue(
                List.of(TASK, VOICE),
                List.of(
                        algorithm("speak", TASK, "Says texts aloud", speak),
                        algorithm("loud", VOICE, "With a loud voice", AlgorithmDetails.NONE),
                        algorithm("soft", VOICE, "With a soft voice", soft)),
                List.of());
    }

    private static DatasetDescription dataset(String name, boolean primary, Cardinality count) {
        return new DatasetDescription(name, name, Text.class.getName(), "a text", primary, count);
    }

    private static AlgorithmDescription algorithm(
            String name, RoleDescription role, String doc, AlgorithmDetails details) {
        BundleDescription bundle = new BundleDescription(
                "plugin." + name, new Version(1, 0, 0), 1, 1, () -> "digest of " + name);
        return new AlgorithmDescription(name, role, doc, "Class" + name, bundle, () -> details);
    }

    @Override
    public Resolution resolve(TreeRequest request, Candidates candidates) {
        return new Resolver(catalogue(), request, candidates).resolve();
    }

    @Override
    public List<Problem> check(TreePlan plan) {
        SettingValue times = plan.root().settings().get("times");
        boolean often = (int) times.value() > 8;
        return often
                ? List.of(new Problem(
                        ErrorCode.INVALID_CONFIGURATION,
                        times.origin(),
                        "speak",
                        "times must be less than the voice can take"))
                : List.of();
    }

    @Override
    public <R> TaskTree<R> build(TreePlan plan, Class<R> role, BuildOptions options) {
        boolean loud = plan.root().in("voice").get(0).algorithm().name().equals("loud");
        int times = (int) plan.root().settings().get("times").value();
        return new FakeTree<>(plan, role.cast(new Speak(loud, times)));
    }

    @Override
    public List<Holding> holdings() {
        return List.of();
    }

    @Override
    public CompletableFuture<Void> retire(long bundle) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void restore(long bundle) {}

    /** A tree that does not change, and its own lease. */
    private record FakeTree<R>(TreePlan plan, R task) implements TaskTree<R>, Lease<R> {

        @Override
        public Lease<R> lease() {
            return this;
        }

        @Override
        public Lease<R> lease(String holder) {
            return this;
        }

        @Override
        public Class<?> algorithmClass() {
            return task.getClass();
        }

        @Override
        public void swap(TreePlan other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void publish(Map<String, ?> properties) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Timings timings() {
            return new Timings(new TreeMap<>(Map.of(
                    "speak", new Timings.Timing(1, 3_000_000),
                    "speak.voice", new Timings.Timing(2, 2_000_000))));
        }

        @Override
        public void close() {}
    }
}
