package org.dovetail.assembly.build; // the proxies are the runtime's own, and not public

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.BundleDescription;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.image.Image;
import org.dovetail.role.smoothing.Smoother;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.osgi.framework.Version;

/**
 * Measures a chain of composites, each of which calls its slot, down to one that does nothing: each
 * called directly, and through the proxies that the runtime puts into slots.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SlotBenchmark {

    /** How many slots there are between the caller and what does nothing. */
    @Param({"1", "5", "20"})
    public int depth;

    /** What is in the slots. */
    @Param({"direct", "slot"})
    public String form;

    private final Image image = Image.constant(8, 8, 1);
    private Smoother root;

    /** Hands the image to its slot. */
    private record Composite(Smoother slot) implements Smoother {

        @Override
        public Image smooth(Image given) {
            return slot.smooth(given);
        }
    }

    /** Gives the image back. */
    private record Nothing() implements Smoother {

        @Override
        public Image smooth(Image given) {
            return given;
        }
    }

    /** Builds the chain, the lowest first. */
    @Setup
    public void build() {
        Smoother below = new Nothing();
        for (int level = depth; level > 0; level--) {
            below = new Composite(form.equals("slot") ? slot(below, level) : below);
        }
        root = below;
    }

    private static Smoother slot(Smoother filler, int level) {
        String path = "root" + ".smoothing".repeat(level);
        return (Smoother) SlotCall.around(Smoother.class, filler, node(path), new SlotClock());
    }

    private static TreeNode node(String path) {
        RoleDescription role =
                new RoleDescription("smoothing", "", Smoother.class.getName(), true, "benchmark");
        BundleDescription bundle =
                new BundleDescription("benchmark", Version.valueOf("1.0.0"), 1, 0, () -> "");
        AlgorithmDescription algorithm = new AlgorithmDescription(
                "composite", role, "", Composite.class.getName(), bundle, () -> {
                    throw new IllegalStateException("nobody asks");
                });
        return new TreeNode(path, "smoothing", algorithm, List.of(), new TreeMap<>(), List.of());
    }

    /** Calls the chain. */
    @Benchmark
    public Image call() {
        return root.smooth(image);
    }
}
