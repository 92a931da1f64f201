package org.dovetail.plugin.cosmicrays;

import java.util.Arrays;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;

/**
 * The image while cosmic rays are being looked for: a copy in which pixels without data, and those
 * found so far, have the median of their neighbors.
 */
final class Frame {

    /** How far the median that replaces a pixel reaches. */
    private static final int REACH = 2;

    private static final byte GOOD = 0;
    private static final byte RAY = 1;
    private static final byte KEPT = 2;
    private static final byte MISSING = 3;

    final int width;
    final int height;
    /** Electrons. */
    final float[] science;
    /** Square electrons. */
    final float[] variance;

    private final byte[] states;
    private boolean data;
    private boolean judged;
    private final float[] window = new float[(2 * REACH + 1) * (2 * REACH + 1)];

    /** Copies an image and fills in its pixels without data. */
    Frame(MaskedImage image) {
        width = image.width();
        height = image.height();
        science = image.science().toArray();
        variance = image.variance().toArray();
        states = new byte[science.length];
        classify(image.mask());
        fill(MISSING);
        fill(RAY);
    }

    private void classify(Mask mask) {
        int missing = mask.planes().bits(MaskPlanes.BAD, MaskPlanes.NO_DATA);
        int saturated = mask.planes().bits(MaskPlanes.SAT);
        int ray = mask.planes().bits(MaskPlanes.CR);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            mask.row(y, row);
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                boolean exists = Float.isFinite(science[i]) && (row[x] & missing) == 0;
                boolean known = variance[i] > 0 && variance[i] < Float.POSITIVE_INFINITY;
                data |= exists && (row[x] & saturated) == 0;
                judged |= exists && (row[x] & saturated) == 0 && known;
                if (!exists || !known) {
                    states[i] = MISSING;
                } else if ((row[x] & saturated) != 0) {
                    // Its value says that it is bright, so its neighbors do not stand out.
                    states[i] = KEPT;
                } else if ((row[x] & ray) != 0) {
                    states[i] = RAY;
                }
            }
        }
    }

    private void fill(byte state) {
        Pixels pixels = new Pixels();
        for (int i = 0; i < states.length; i++) {
            if (states[i] == state) {
                pixels.add(i);
            }
        }
        replace(pixels);
    }

    /** Returns whether a pixel has data and was not found to be hit. */
    boolean candidate(int pixel) {
        return states[pixel] == GOOD;
    }

    /** Returns whether there are data, but none whose noise is known. */
    boolean noiseUnknown() {
        return data && !judged;
    }

    /** Leaves a pixel out from now on: it is no candidate and keeps its value. */
    void protect(int pixel) {
        if (states[pixel] == GOOD) {
            states[pixel] = KEPT;
        }
    }

    /** Notes that some pixels were hit, and replaces them. */
    void hit(Pixels pixels) {
        for (int k = 0; k < pixels.size(); k++) {
            states[pixels.get(k)] = RAY;
        }
        replace(pixels);
    }

    /** Returns the pixels found to be hit, as set bits in a copy of a mask. */
    Mask marked(Mask mask) {
        int bit = mask.planes().bits(MaskPlanes.CR);
        int[] bits = mask.toArray();
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= states[i] == RAY ? bit : 0;
        }
        return Mask.wrap(width, height, mask.planes(), bits);
    }

    /** Gives pixels the median of their good neighbors; NaN to one without data and without any. */
    private void replace(Pixels pixels) {
        for (int k = 0; k < pixels.size(); k++) {
            int pixel = pixels.get(k);
            float value = median(science, pixel);
            if (!Float.isNaN(value) || states[pixel] == MISSING) {
                science[pixel] = value;
                variance[pixel] = median(variance, pixel);
            }
        }
    }

    private float median(float[] plane, int pixel) {
        int x = pixel % width;
        int y = pixel / width;
        int left = Math.max(0, x - REACH);
        int right = Math.min(width - 1, x + REACH);
        int count = 0;
        for (int row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row++) {
            for (int i = row * width + left; i <= row * width + right; i++) {
                if (states[i] == GOOD || states[i] == KEPT) {
                    window[count++] = plane[i];
                }
            }
        }
        return count == 0 ? Float.NaN : Median.of(window, count);
    }

    /** Returns the same number for every pixel; a plane to be filled when needed. */
    float[] plane(float value) {
        float[] plane = new float[science.length];
        Arrays.fill(plane, value);
        return plane;
    }
}
