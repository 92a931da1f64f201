package org.dovetail.benchmarks.slots;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Lease;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.Timings;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.RawExposure;
import org.dovetail.pipeline.PipelineTask;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Measures {@code process-ccd} on one frame, with and without contracts around every slot, in turn.
 *
 * <p>Arguments: raw, bias, dark and flat frame, rounds, and rounds before, which are not counted.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // the task's records are known at run time only
public final class StrictCost implements Runnable {

    private final BundleContext context;
    private final String[] arguments;

    /** Keeps what it is given. */
    public StrictCost(BundleContext context, String... arguments) {
        this.context = context;
        this.arguments = arguments;
    }

    /** A tree, how long its calls took in milliseconds, and of that each slot. */
    private record Case(
            TaskTree<PipelineTask> tree, List<Double> all, SortedMap<String, List<Double>> slots) {

        double call(Record input) {
            Map<String, Timings.Timing> before = tree.timings().slots();
            long start = System.nanoTime();
            tree.task().run(input);
            double milliseconds = (System.nanoTime() - start) / 1e6;
            tree.timings().slots().forEach((path, timing) -> {
                Timings.Timing first = before.get(path);
                double spent = (timing.nanoseconds() - (first == null ? 0 : first.nanoseconds()))
                        / 1e6;
                slots.computeIfAbsent(path, key -> new ArrayList<>()).add(spent);
            });
            all.add(milliseconds);
            return milliseconds;
        }

        void forget() {
            all.clear();
            slots.clear();
        }
    }

    @Override
    public void run() {
        try (TaskTree<PipelineTask> plain = build(BuildOptions.DEFAULT);
                TaskTree<PipelineTask> strict = build(BuildOptions.STRICT)) {
            measure(
                    new Case(plain, new ArrayList<>(), new TreeMap<>()),
                    new Case(strict, new ArrayList<>(), new TreeMap<>()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("process-ccd does not take what it is given", e);
        }
    }

    private TaskTree<PipelineTask> build(BuildOptions options) {
        TaskTrees trees = context.getService(context.getServiceReference(TaskTrees.class));
        TreePlan plan = trees.resolve(TreeRequest.of("process-ccd")).plan();
        return trees.build(plan, PipelineTask.class, options);
    }

    private void measure(Case plain, Case strict) throws ReflectiveOperationException {
        Record input = input(plain.tree());
        int rounds = Integer.parseInt(arguments[4]);
        int before = Integer.parseInt(arguments[5]);
        List<Double> ratios = new ArrayList<>();
        for (int round = -before; round < rounds; round++) {
            if (round == 0) {
                plain.forget();
                strict.forget();
                ratios.clear();
            }
            boolean plainFirst = round % 2 == 0;
            double first = (plainFirst ? plain : strict).call(input);
            double second = (plainFirst ? strict : plain).call(input);
            ratios.add(plainFirst ? second / first : first / second);
        }
        report(plain, strict, ratios);
    }

    private static void report(Case plain, Case strict, List<Double> ratios) {
        line("| `process-ccd`, %d pairs | plain ms | strict ms | difference ms | ratio |",
                ratios.size());
        line("| --- | --- | --- | --- | --- |");
        double a = median(plain.all());
        double b = median(strict.all());
        line("| whole, by the median of pairs | %.1f (%s) | %.1f (%s) | %.1f | %.2f (%s) |", a,
                middle(plain.all()), b, middle(strict.all()), b - a, median(ratios),
                middle(ratios));
        plain.slots().forEach((path, times) -> {
            double without = median(times);
            double with = median(strict.slots().get(path));
            if (path.contains(".")) { // else it is the root, and that is told already
                line("| `%s` | %.2f | %.2f | %.2f | %.2f |", path.substring(path.indexOf('.') + 1),
                        without, with, with - without, with / without);
            }
        });
    }

    private Record input(TaskTree<PipelineTask> tree) throws ReflectiveOperationException {
        Object[] values = {
            read(RawExposure.class, arguments[0]),
            Optional.of(read(CalibrationFrame.class, arguments[1])),
            Optional.of(read(CalibrationFrame.class, arguments[2])),
            Optional.of(read(CalibrationFrame.class, arguments[3]))
        };
        try (Lease<PipelineTask> lease = tree.lease()) {
            for (Class<?> type : lease.algorithmClass().getClasses()) {
                if (type.getSimpleName().equals("Inputs")) {
                    Class<?>[] types = Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
                    return (Record) type.getConstructor(types).newInstance(values);
                }
            }
        }
        throw new NoSuchMethodException("a record of inputs");
    }

    private <T> T read(Class<T> type, String file) {
        for (ServiceReference<StorageFormat> each : formats()) {
            StorageFormat<?> format = context.getService(each);
            if (format.type() == type && format.reads() && format.endings().contains("fits")) {
                return type.cast(format.read(Path.of(file), ReadContext.NONE));
            }
        }
        throw new IllegalStateException("nothing reads " + type.getSimpleName() + " from FITS");
    }

    private List<ServiceReference<StorageFormat>> formats() {
        try {
            return List.copyOf(context.getServiceReferences(StorageFormat.class, null));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e); // there is no filter
        }
    }

    private static double median(List<Double> values) {
        return sorted(values)[values.size() / 2];
    }

    /** Returns the quartiles. */
    private static String middle(List<Double> values) {
        double[] sorted = sorted(values);
        return String.format(Locale.ROOT, "%.2f to %.2f", sorted[sorted.length / 4],
                sorted[sorted.length * 3 / 4]);
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(each -> each).sorted().toArray();
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
