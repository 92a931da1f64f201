package org.dovetail.benchmarks.swap;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dovetail.benchmarks.installed.Installation;
import org.dovetail.benchmarks.swap.bare.Announcer;
import org.dovetail.benchmarks.swap.bare.Estimating;

/**
 * Swaps versions of two plugins in live trees, and of two bundles in bare frameworks, in turn.
 *
 * <p>Arguments: the installation, an exposure, a folder with the bundles of this benchmark, to which
 * versions are written, rounds, and swaps in a block. A round has a block of each subject with nothing else to do, and
 * one of each while two threads call the tree all the time; only that of the tree in the second case
 * is whole, the others are half as long. The first round is not counted.
 */
public final class SwapBenchmark {

    private static final String SEEN = "org.dovetail.benchmarks.swap";
    private static final String PLUGIN = "org.dovetail.plugin.background.polynomial";
    private static final int TREE = 0;

    private final List<Subject> subjects;
    private final Busy busy;
    private final int swaps;
    private final List<Cell> idle = new ArrayList<>();
    private final List<Cell> loaded = new ArrayList<>();
    private final List<Double> metaspace = new ArrayList<>();

    /** What was measured of one subject: all swaps, and the median of each round. */
    record Cell(List<double[]> times, List<Double> medians) {

        Cell() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        List<Double> part(int which) {
            return times.stream().map(each -> each[which]).toList();
        }
    }

    private SwapBenchmark(List<Subject> subjects, int swaps) {
        this.subjects = subjects;
        this.swaps = swaps;
        busy = new Busy(subjects.get(TREE));
        for (int i = 0; i < subjects.size(); i++) {
            idle.add(new Cell());
            loaded.add(new Cell());
        }
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Path folder = Path.of(args[2]);
        int rounds = Integer.parseInt(args[3]);
        Path plugin = home.resolve("plugins/" + PLUGIN + ".jar");
        try (Installation installed = Installation.of(home, SEEN)) {
            installed.start(List.of(folder.resolve("answer.jar")));
            Trees trees = installed.make(
                    folder.resolve("trees.jar"),
                    SEEN + ".trees.LiveTrees",
                    Trees.class,
                    folder.toString());
            try (Subject tree = trees.extracting(plugin, Path.of(args[1]));
                    Subject same = new BareFelix(
                            "bare Felix, the same plugin",
                            Release.of(plugin).activated(Estimating.class),
                            home.resolve("bundles/org.dovetail.task.jar"),
                            home.resolve("bundles/org.dovetail.image.jar"));
                    Subject smallTree = trees.answering(folder.resolve("version.jar"));
                    Subject small = new BareFelix(
                            "bare Felix, a bundle of one class", Release.only(Announcer.class))) {
                Disturbances others =
                        new Disturbances(installed.context(), PLUGIN, SEEN + ".version");
                SwapBenchmark benchmark = new SwapBenchmark(
                        List.of(tree, same, smallTree, small), Integer.parseInt(args[4]));
                for (int round = 0; round <= rounds; round++) {
                    benchmark.round(round > 0);
                }
                new Report(benchmark.subjects, benchmark.idle, benchmark.loaded)
                        .print(benchmark.busy, benchmark.metaspace, others);
            }
        }
    }

    private void round(boolean counts) throws Exception {
        for (int i = 0; i < subjects.size(); i++) {
            block(i, swaps / 2, idle, counts);
        }
        for (int i = 0; i < subjects.size(); i++) {
            busy.begin();
            block(i, i == TREE ? swaps : swaps / 2, loaded, counts);
            busy.end();
        }
        System.gc();
        metaspace.add(metaspaceNow());
    }

    private void block(int subject, int count, List<Cell> cells, boolean counts)
            throws Exception {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] times = subjects.get(subject).swap();
            all.add(times[0]);
            if (counts) {
                cells.get(subject).times().add(times);
            }
        }
        if (counts) {
            cells.get(subject).medians().add(Times.quantile(all, 0.5));
        }
    }

    /** Returns what the metaspace has in use, in MB. */
    private static double metaspaceNow() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals("Metaspace")) {
                return pool.getUsage().getUsed() / 1e6;
            }
        }
        throw new IllegalStateException("this Java has no metaspace");
    }
}
