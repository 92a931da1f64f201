package org.dovetail.launcher;

import java.util.List;

/** Finds the word somebody meant. */
final class Nearest {

    /** How many letters may be wrong, added or missing. */
    private static final int TOLERANCE = 2;

    private Nearest() {}

    /** Returns the nearest candidate, or an empty text if none is near. */
    static String to(String word, List<String> candidates) {
        String best = "";
        int least = Math.min(TOLERANCE, word.length() - 1) + 1;
        for (String candidate : candidates) {
            int distance = distance(word, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** Counts the edits between two words (Levenshtein distance), one row of the table at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
