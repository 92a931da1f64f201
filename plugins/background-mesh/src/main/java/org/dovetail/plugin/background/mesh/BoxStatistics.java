package org.dovetail.plugin.background.mesh;

import java.util.Arrays;

/** The mode and the scatter of the pixels of one box; used again for the next box. */
final class BoxStatistics {

    private static final int MAX_LEVELS = 4096;
    /** Half the width of the histogram, in standard deviations. */
    private static final double REACH = 5;
    /** Levels for each pixel: about 4 pixels in the fullest level of a Gaussian. */
    private static final double LEVELS_PER_PIXEL = Math.sqrt(2 / Math.PI) * REACH / 4;

    private static final double CUT = 2;
    private static final int MAX_CLIPS = 100;
    private static final double STANDS_STILL = 1e-4;
    /** Least deviation worth clipping further, in levels. */
    private static final double NARROW = 0.1;
    /** Distance of mean and median that says crowded, in standard deviations. */
    private static final double CROWDED = 0.3;

    private final int[] histogram = new int[MAX_LEVELS];
    /** Sums of 1, i and i * i over the pixels of the levels before i. */
    private final int[] counts = new int[MAX_LEVELS + 1];

    private final long[] firsts = new long[MAX_LEVELS + 1];
    private final long[] seconds = new long[MAX_LEVELS + 1];

    private final double clipSigma;

    private int count;
    private double mean;
    private double deviation;
    private int levels;
    private float scale;
    private float zero;
    private double mode;
    private double scatter;

    BoxStatistics(double clipSigma) {
        this.clipSigma = clipSigma;
    }

    /** Measures the pixels from one index to before another, and spoils them. */
    void measure(float[] pixels, int start, int end) {
        int last = end;
        moments(pixels, start, last);
        if (!Double.isFinite(mean)) {
            last = finite(pixels, start, end);
            moments(pixels, start, last);
        }
        count = last - start;
        if (count > 0) {
            int cut = cutMoments(pixels, start, last, (float) (mean - CUT * deviation), (float)
                    (mean + CUT * deviation));
            if (!(deviation > 0)) { // all the same: no histogram can be scaled to that
                mode = mean;
                scatter = 0;
                return;
            }
            levels = (int) Math.min(LEVELS_PER_PIXEL * cut + 1, MAX_LEVELS);
            scale = (float) (2 * REACH * deviation / levels);
            zero = (float) (mean - REACH * deviation);
            fill(pixels, start, last);
            sumUp();
            clip();
        }
    }

    /** Returns the number of pixels with data. */
    int count() {
        return count;
    }

    /** Returns the most probable value, in the unit of the image. */
    double mode() {
        return mode;
    }

    /** Returns the standard deviation of what was not clipped, in the unit of the image. */
    double scatter() {
        return scatter;
    }

    private static int finite(float[] pixels, int start, int end) {
        int to = start;
        for (int i = start; i < end; i++) {
            float value = pixels[i];
            pixels[to] = value;
            to += Float.isFinite(value) ? 1 : 0;
        }
        return to;
    }

    /** Takes mean and deviation of all pixels; two sums of each kind keep the adders busy. */
    private void moments(float[] pixels, int start, int end) {
        double sum0 = 0;
        double sum1 = 0;
        double square0 = 0;
        double square1 = 0;
        int i = start;
        for (; i + 1 < end; i += 2) {
            double a = pixels[i];
            double b = pixels[i + 1];
            sum0 += a;
            square0 += a * a;
            sum1 += b;
            square1 += b * b;
        }
        if (i < end) {
            double a = pixels[i];
            sum0 += a;
            square0 += a * a;
        }
        setMoments(sum0 + sum1, square0 + square1, end - start);
    }

    /** Takes mean and deviation of the pixels within limits; returns how many there are. */
    private int cutMoments(float[] pixels, int start, int end, float low, float high) {
        double sum = 0;
        double square = 0;
        int within = 0;
        for (int i = start; i < end; i++) {
            float value = pixels[i];
            if (value <= high && value >= low) {
                double a = value;
                sum += a;
                square += a * a;
                within++;
            }
        }
        setMoments(sum, square, within);
        return within;
    }

    private void setMoments(double sum, double square, int number) {
        mean = number > 0 ? sum / number : 0;
        double variance = number > 0 ? square / number - mean * mean : 0;
        deviation = variance > 0 ? Math.sqrt(variance) : 0;
    }

    /**
     * Counts the pixels of each level; turns the pixels into levels on the way, in a loop of its own
     * that runs on vectors.
     *
     * <p>Rounded as SExtractor does, or integer data on the edge of a level moves the median. Cut
     * towards 0, likewise: the lowest level is nearly two levels wide.
     */
    private void fill(float[] pixels, int start, int end) {
        Arrays.fill(histogram, 0, levels, 0);
        float divisor = scale;
        float offset = (float) (0.499999 - zero / scale);
        for (int i = start; i < end; i++) {
            pixels[i] = pixels[i] / divisor + offset;
        }
        int limit = levels;
        int[] histo = histogram;
        for (int i = start; i < end; i++) {
            int level = (int) pixels[i];
            if (level >= 0 && level < limit) {
                histo[level]++;
            }
        }
    }

    private void sumUp() {
        int number = 0;
        long first = 0;
        long second = 0;
        for (int i = 0; i < levels; i++) {
            long here = histogram[i];
            number += histogram[i];
            first += here * i;
            second += here * i * i;
            counts[i + 1] = number;
            firsts[i + 1] = first;
            seconds[i + 1] = second;
        }
    }

    private void clip() {
        int low = 0;
        int high = levels - 1;
        double center = mean;
        double middle = mean;
        double width = 10.0 * high;
        double before = 1;
        for (int n = 0;
                n < MAX_CLIPS && width >= NARROW && Math.abs(width / before - 1) > STANDS_STILL;
                n++) {
            before = width;
            double number = counts[high + 1] - counts[low];
            middle = median(low, high);
            center = number > 0 ? (firsts[high + 1] - firsts[low]) / number : 0;
            double variance =
                    number > 0 ? (seconds[high + 1] - seconds[low]) / number - center * center : 0;
            width = variance > 0 ? Math.sqrt(variance) : 0;
            low = Math.max(0, (int) (middle - clipSigma * width + 0.5));
            high = Math.min(levels - 1, (int) (middle + clipSigma * width + 0.5));
        }
        boolean crowded = Math.abs(center - middle) >= CROWDED * width;
        double level = !(width > 0) ? center : crowded ? middle : 2.5 * middle - 1.5 * center;
        mode = zero + level * scale;
        scatter = width * scale;
    }

    /**
     * Returns the median of some levels: the last level with fewer pixels before than after it, and
     * the fraction of a level at which both sides balance.
     */
    private double median(int low, int high) {
        int from = low;
        int to = high + 1;
        int ends = counts[low] + counts[high + 1];
        while (from < to) {
            int i = (from + to) >>> 1;
            if (counts[i] + counts[i + 1] < ends) {
                from = i + 1;
            } else {
                to = i;
            }
        }
        int last = from - 1;
        if (last < 0) {
            return 0;
        }
        int fullest = Math.max(histogram[last], last + 1 < levels ? histogram[last + 1] : 0);
        double more = ends - 2.0 * counts[last + 1];
        return last + 0.5 + (fullest > 0 ? more / (2.0 * fullest) : 0);
    }
}
