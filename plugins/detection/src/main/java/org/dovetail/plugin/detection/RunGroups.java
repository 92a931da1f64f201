package org.dovetail.plugin.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dovetail.role.detection.Footprint;

/**
 * Runs of detected pixels, joined with those that touch them, also at a corner.
 *
 * <p>The first run of a group, in the order of rows, stands for it: groups come out sorted by their
 * first pixel without being sorted.
 */
final class RunGroups {

    private static final int FIELDS = 5;
    private static final int ROW = 0;
    private static final int START = 1;
    private static final int END = 2;
    private static final int PARENT = 3;
    private static final int PEAK = 4;

    private int[] runs = new int[FIELDS * 1024];
    private float[] peaks = new float[1024];
    private int count;
    private int previous;
    private int current;
    private int lastRow = -2;

    RunGroups(int height) {
        if (height > 1024) {
            runs = new int[FIELDS * height];
            peaks = new float[height];
        }
    }

    /** Adds the pixels of a row that exceed their limit; rows come in order. */
    void addRow(int y, float[] values, float[] limits) {
        previous = lastRow == y - 1 ? current : count;
        current = count;
        lastRow = y;
        int width = Math.min(values.length, limits.length);
        int x = 0;
        while (x < width) {
            if (values[x] > limits[x]) {
                int start = x;
                int peak = x;
                for (x++; x < width && values[x] > limits[x]; x++) {
                    peak = values[x] > values[peak] ? x : peak;
                }
                add(y, start, x, peak, values[peak]);
            }
            x++; // the pixel after a run is known to be below
        }
        join();
    }

    private void add(int y, int start, int end, int peak, float value) {
        if (count == peaks.length) {
            runs = Arrays.copyOf(runs, 2 * runs.length);
            peaks = Arrays.copyOf(peaks, 2 * peaks.length);
        }
        int at = FIELDS * count;
        runs[at + ROW] = y;
        runs[at + START] = start;
        runs[at + END] = end;
        runs[at + PARENT] = count;
        runs[at + PEAK] = peak;
        peaks[count] = value;
        count++;
    }

    /** Joins the runs of the current row with those of the row before: both are sorted. */
    private void join() {
        int above = previous;
        int here = current;
        while (above < current && here < count) {
            int a = FIELDS * above;
            int h = FIELDS * here;
            if (runs[a + START] <= runs[h + END] && runs[h + START] <= runs[a + END]) {
                union(above, here);
            }
            if (runs[a + END] < runs[h + END]) {
                above++;
            } else {
                here++;
            }
        }
    }

    private void union(int one, int other) {
        int a = root(one);
        int b = root(other);
        runs[FIELDS * Math.max(a, b) + PARENT] = Math.min(a, b);
    }

    private int root(int run) {
        int root = run;
        while (runs[FIELDS * root + PARENT] != root) {
            int parent = runs[FIELDS * root + PARENT];
            runs[FIELDS * root + PARENT] = runs[FIELDS * parent + PARENT];
            root = parent;
        }
        return root;
    }

    /** Returns the groups of at least some pixels, sorted by their first pixel. */
    List<Footprint> footprints(int minArea) {
        int[] area = new int[count];
        int[] members = new int[count];
        for (int i = 0; i < count; i++) {
            int root = root(i);
            area[root] += runs[FIELDS * i + END] - runs[FIELDS * i + START];
            members[root]++;
        }
        int[][] spans = new int[count][];
        int[] filled = new int[count];
        int[] best = new int[count];
        for (int i = 0; i < count; i++) {
            int root = root(i);
            if (area[root] >= minArea) {
                if (root == i) {
                    spans[i] = new int[3 * members[i]];
                    best[i] = i;
                }
                System.arraycopy(runs, FIELDS * i, spans[root], 3 * filled[root]++, 3);
                best[root] = peaks[i] > peaks[best[root]] ? i : best[root];
            }
        }
        List<Footprint> footprints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (area[i] >= minArea) { // the area is counted at the root
                int peak = FIELDS * best[i];
                footprints.add(Footprint.wrap(
                        spans[i], runs[peak + PEAK], runs[peak + ROW], peaks[best[i]]));
            }
        }
        return footprints;
    }
}
