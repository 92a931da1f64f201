package org.dovetail.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dovetail.image.Mask;

/**
 * How the marks of one mask plane differ. A plane that a mask does not have is one without marks.
 *
 * @param plane the name of the plane
 * @param pixels how many pixels there are
 * @param first how many the first mask marks
 * @param second how many the second mask marks
 * @param onlyFirst how many the first marks and the second does not
 * @param onlySecond how many the second marks and the first does not
 * @param within whether their number is within the tolerance
 * @since 1.1
 */
public record MarkComparison(
        String plane,
        long pixels,
        long first,
        long second,
        long onlyFirst,
        long onlySecond,
        boolean within) {

    /** Returns how many pixels differ. */
    public long different() {
        return onlyFirst + onlySecond;
    }

    /** Compares two masks of the same size, by the names of their planes. */
    static List<MarkComparison> of(Mask first, Mask second, Tolerances tolerances) {
        Set<String> names = new LinkedHashSet<>(first.planes().names());
        names.addAll(second.planes().names());
        List<String> planes = List.copyOf(names);
        int[] firstBits = bits(planes, first);
        int[] secondBits = bits(planes, second);
        long[][] counts = new long[planes.size()][4]; // by bits: second + 2 * first
        int[] before = new int[first.width()];
        int[] after = new int[first.width()];
        for (int y = 0; y < first.height(); y++) {
            first.row(y, before);
            second.row(y, after);
            for (int x = 0; x < before.length; x++) {
                if ((before[x] | after[x]) != 0) {
                    count(before[x], after[x], firstBits, secondBits, counts);
                }
            }
        }
        List<MarkComparison> all = new ArrayList<>();
        for (int i = 0; i < planes.size(); i++) {
            Tolerance tolerance = tolerances.of(planes.get(i), Tolerances.MASK);
            all.add(of(planes.get(i), (long) first.width() * first.height(), counts[i], tolerance));
        }
        return all;
    }

    private static int[] bits(List<String> planes, Mask mask) {
        return planes.stream()
                .mapToInt(plane ->
                        mask.planes().names().contains(plane) ? mask.planes().bits(plane) : 0)
                .toArray();
    }

    private static void count(
            int before, int after, int[] firstBits, int[] secondBits, long[][] counts) {
        for (int i = 0; i < counts.length; i++) {
            int marked =
                    ((after & secondBits[i]) == 0 ? 0 : 1) + ((before & firstBits[i]) == 0 ? 0 : 2);
            counts[i][marked]++;
        }
    }

    private static MarkComparison of(
            String plane, long pixels, long[] counts, Tolerance tolerance) {
        return new MarkComparison(
                plane,
                pixels,
                counts[2] + counts[3],
                counts[1] + counts[3],
                counts[2],
                counts[1],
                tolerance.allowsCount(counts[1] + counts[2], pixels));
    }
}
