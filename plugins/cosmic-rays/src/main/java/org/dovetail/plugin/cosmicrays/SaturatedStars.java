package org.dovetail.plugin.cosmicrays;

import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;

/**
 * Keeps the sharp edges of saturated stars from being taken for cosmic rays.
 *
 * <p><b>Method.</b> Saturated pixels that touch are a star if there are more than {@value
 * #MOST_OF_A_RAY}, or if the median of the 5 x 5 pixels around one exceeds a tenth of its value: a
 * star has wings, a cosmic ray has none. Pixels within two of a star are left out.
 *
 * <p><b>Reference.</b> The test of the median is that of van Dokkum's program.
 */
final class SaturatedStars {

    private static final int MOST_OF_A_RAY = 16;
    private static final double WINGS = 0.1;
    private static final int MARGIN = 2;

    private final Frame frame;
    private final boolean[] waiting;
    private final float[] window = new float[25];

    private SaturatedStars(Frame frame, Mask mask) {
        this.frame = frame;
        waiting = new boolean[frame.science.length];
        int bit = mask.planes().bits(MaskPlanes.SAT);
        int[] row = new int[frame.width];
        for (int y = 0; y < frame.height; y++) {
            mask.row(y, row);
            for (int x = 0; x < row.length; x++) {
                waiting[y * row.length + x] = (row[x] & bit) != 0;
            }
        }
    }

    /** Leaves the pixels around saturated stars out of the candidates. */
    static void protect(Frame frame, Mask mask) {
        if (mask.count(MaskPlanes.SAT) == 0) {
            return;
        }
        SaturatedStars stars = new SaturatedStars(frame, mask);
        for (int pixel = 0; pixel < stars.waiting.length; pixel++) {
            if (stars.waiting[pixel]) {
                Pixels group = stars.group(pixel);
                if (stars.star(group)) {
                    stars.leaveOut(group);
                }
            }
        }
    }

    private Pixels group(int start) {
        Pixels group = new Pixels();
        group.add(start);
        waiting[start] = false;
        for (int k = 0; k < group.size(); k++) {
            int x = group.get(k) % frame.width;
            int y = group.get(k) / frame.width;
            for (int row = Math.max(0, y - 1); row <= Math.min(frame.height - 1, y + 1); row++) {
                int right = Math.min(frame.width - 1, x + 1);
                for (int column = Math.max(0, x - 1); column <= right; column++) {
                    int pixel = row * frame.width + column;
                    if (waiting[pixel]) {
                        waiting[pixel] = false;
                        group.add(pixel);
                    }
                }
            }
        }
        return group;
    }

    private boolean star(Pixels group) {
        boolean star = group.size() > MOST_OF_A_RAY;
        for (int k = 0; k < group.size() && !star; k++) {
            float value = frame.science[group.get(k)];
            star = median(group.get(k)) > WINGS * value;
        }
        return star;
    }

    private float median(int pixel) {
        int x = pixel % frame.width;
        int y = pixel / frame.width;
        int right = Math.min(frame.width - 1, x + 2);
        int count = 0;
        for (int row = Math.max(0, y - 2); row <= Math.min(frame.height - 1, y + 2); row++) {
            for (int column = Math.max(0, x - 2); column <= right; column++) {
                float value = frame.science[row * frame.width + column];
                if (!Float.isNaN(value)) {
                    window[count++] = value;
                }
            }
        }
        return count == 0 ? Float.NaN : Median.of(window, count);
    }

    private void leaveOut(Pixels group) {
        for (int k = 0; k < group.size(); k++) {
            int x = group.get(k) % frame.width;
            int y = group.get(k) / frame.width;
            int top = Math.min(frame.height - 1, y + MARGIN);
            int right = Math.min(frame.width - 1, x + MARGIN);
            for (int row = Math.max(0, y - MARGIN); row <= top; row++) {
                for (int column = Math.max(0, x - MARGIN); column <= right; column++) {
                    frame.protect(row * frame.width + column);
                }
            }
        }
    }
}
