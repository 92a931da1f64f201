package org.dovetail.plugin.combination;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import java.util.List;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.calibration.FrameCombiner;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Takes the mean of the values near the median.
 *
 * <p><b>Method.</b> At each pixel, values more than {@code clipSigma} standard deviations from the
 * median are dropped, and again, up to {@code iterations} times. The standard deviation is 1.4826
 * times the median absolute deviation, but not less than the frames' own variances say. Of two
 * values none is dropped. The variance of the mean is the sum of the variances over the square of
 * the number of values; where one is not known, the sample variance over the number.
 *
 * <p><b>Limits.</b> With three or four values of unknown variance the scatter is poorly known: a
 * good value is often dropped, which costs noise but shifts nothing. Half of the values must be
 * good.
 *
 * <p><b>Cost.</b> O(n log^2 n) for each pixel of n frames; memory for n rows.
 *
 * <p><b>Reference.</b> Rousseeuw &amp; Croux (1993), J. Am. Stat. Assoc. 88, 1273,
 * doi:10.1080/01621459.1993.10476408, for the scatter. Checked against {@code Combiner} of ccdproc
 * 2.4.0; see docs/validation-isr.md.
 */
@Component(configurationPolicy = REQUIRE)
@TaskType("clipped-mean")
@ServiceDescription("Takes the mean of the values near the median, pixel by pixel")
public final class ClippedMean implements FrameCombiner {

    /** Standard deviations of a normal distribution per median absolute deviation. */
    private static final double PER_MAD = 1.4826;

    private final double clipSigma;
    private final int iterations;

    /** Settings of the {@code clipped-mean} combiner. */
    public @interface Config {
        @Setting(
                value = "Values farther from the median are dropped",
                unit = "standard deviation",
                min = 1)
        double clipSigma() default 3;

        @Setting(value = "How often to look for values to drop", min = 0, max = 100)
        int iterations() default 5;
    }

    @Activate
    public ClippedMean(Config config) {
        clipSigma = config.clipSigma();
        iterations = config.iterations();
    }

    @Override
    public MaskedImage combine(List<MaskedImage> frames) {
        FrameStack stack = new FrameStack(frames);
        CombinedFrame result = new CombinedFrame(stack);
        for (int y = 0; y < stack.height(); y++) {
            stack.load(y);
            for (int x = 0; x < stack.width(); x++) {
                if (!takeAll(stack, result, x, y)) {
                    combine(stack, result, x, y);
                }
            }
        }
        return result.toImage();
    }

    /** Takes the mean where no value is left out and the variances explain the scatter. */
    private boolean takeAll(FrameStack stack, CombinedFrame result, int x, int y) {
        int count = stack.size();
        double sum = stack.varianceSum(x);
        if (stack.count(x) < count || !(sum > 0)) {
            return false;
        }
        double limit = clipSigma * Math.sqrt(sum / count);
        if (!near(stack, x, 0, count, stack.median(x, 0, count), limit)) {
            return false;
        }
        double mean = stack.total(x) / count;
        result.set(x, y, mean, sum / ((double) count * count), stack.commonMarks(x));
        return true;
    }

    private void combine(FrameStack stack, CombinedFrame result, int x, int y) {
        int count = stack.count(x);
        if (count == 0) {
            result.setEmpty(x, y, stack.commonMarks(x));
            return;
        }
        double sum = stack.varianceSum(x);
        double known = sum > 0 ? Math.sqrt(sum / count) : 0;
        int first = 0;
        int end = count;
        for (int i = 0; i < iterations && end - first > 2; i++) {
            double median = stack.median(x, first, end);
            if (near(stack, x, first, end, median, clipSigma * known)) {
                break; // the usual case: the scatter need not be measured
            }
            double limit = clipSigma * Math.max(known, PER_MAD * deviation(stack, x, first, end));
            int before = end - first;
            while (median - stack.ranked(x, first) > limit) {
                first++;
            }
            while (stack.ranked(x, end - 1) - median > limit) {
                end--;
            }
            if (end - first == before) {
                break;
            }
        }
        if (end - first < count) {
            sum = stack.varianceSum(x, stack.ranked(x, first), stack.ranked(x, end - 1));
        }
        double mean = mean(stack, x, first, end);
        int n = end - first;
        double variance =
                sum > 0 ? sum / ((double) n * n) : sampleVariance(stack, x, first, end, mean) / n;
        result.set(x, y, mean, variance, stack.commonMarks(x));
    }

    private static boolean near(
            FrameStack stack, int x, int first, int end, double median, double limit) {
        return median - stack.ranked(x, first) <= limit
                && stack.ranked(x, end - 1) - median <= limit;
    }

    private static double deviation(FrameStack stack, int x, int first, int end) {
        int count = end - first;
        double median = stack.median(x, first, end);
        double low = reach(stack, x, first, end, median, (count + 1) / 2);
        return count % 2 == 1
                ? low
                : (low + reach(stack, x, first, end, median, count / 2 + 1)) / 2;
    }

    /** The distance from the median within which some number of values lie; they are neighbors. */
    private static double reach(
            FrameStack stack, int x, int first, int end, double median, int wanted) {
        double least = Double.POSITIVE_INFINITY;
        for (int from = first; from + wanted <= end; from++) {
            double below = median - stack.ranked(x, from);
            double above = stack.ranked(x, from + wanted - 1) - median;
            least = Math.min(least, Math.max(below, above));
        }
        return least;
    }

    private static double mean(FrameStack stack, int x, int first, int end) {
        double sum = 0;
        for (int rank = first; rank < end; rank++) {
            sum += stack.ranked(x, rank);
        }
        return sum / (end - first);
    }

    private static double sampleVariance(FrameStack stack, int x, int first, int end, double mean) {
        double sum = 0;
        for (int rank = first; rank < end; rank++) {
            double deviation = stack.ranked(x, rank) - mean;
            sum += deviation * deviation;
        }
        return sum / (end - first - 1); // NaN for one value: not known
    }
}
