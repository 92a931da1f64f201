package org.dovetail.assembly.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the name that a person most probably meant.
 *
 * @since 1.1
 */
public final class Nearest {

    private Nearest() {}

    /**
     * Returns the nearest of the known names, if any is near enough to be worth asking about.
     *
     * @param wanted what was written
     * @param known what there is
     */
    public static Optional<String> of(String wanted, Collection<String> known) {
        int limit = Math.max(2, wanted.length() / 3);
        String nearest = "";
        int least = limit + 1;
        for (String name : new TreeSet<>(known)) { // sorted: the same answer whatever the order
            int distance = distance(lower(wanted), lower(name));
            if (distance < least && distance < name.length()) {
                nearest = name;
                least = distance;
            }
        }
        return least > limit ? Optional.empty() : Optional.of(nearest);
    }

    /**
     * Returns {@code "; did you mean 'mesh'?"}, or an empty text if nothing is near.
     *
     * @param wanted what was written
     * @param known what there is
     */
    public static String question(String wanted, Collection<String> known) {
        return of(wanted, known).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /**
     * Returns whether two names differ so little that one is a slip of the other: by one letter, or
     * by two in a long name. Names that differ in a digit are different names.
     *
     * @param wanted what was written
     * @param name what there is
     */
    public static boolean isSlip(String wanted, String name) {
        if (!digits(wanted).equals(digits(name)) || Math.min(wanted.length(), name.length()) < 4) {
            return false;
        }
        return distance(lower(wanted), lower(name)) <= (name.length() < 8 ? 1 : 2);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /** Counts insertions, deletions, replacements and swaps of neighbours. */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
