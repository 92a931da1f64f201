package org.dovetail.plugin.interpolation;

import java.util.Arrays;
import org.dovetail.image.Image;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;

/** The good pixels of an image, and how far the nearest is from any pixel. */
final class Donors {

    private static final int SAMPLE = 65536;
    private static final double NORMAL = 1.4826;

    private final Image science;
    private final Image variance;
    private final byte[] distances;
    private final int count;
    private final int limit;
    private float typicalValue = Float.NaN;
    private float typicalVariance;

    /**
     * Finds the good pixels.
     *
     * @param wanted the bits of planes whose pixels are to be filled
     * @param reach up to which distance to tell how far the nearest is
     */
    Donors(MaskedImage image, int wanted, int reach) {
        science = image.science();
        variance = image.variance();
        limit = reach + 1;
        distances = new byte[science.width() * science.height()];
        count = mark(image, wanted);
        spread();
    }

    private int mark(MaskedImage image, int wanted) {
        MaskPlanes planes = image.mask().planes();
        int excluded = wanted;
        for (String plane :
                new String[] {MaskPlanes.BAD, MaskPlanes.SAT, MaskPlanes.CR, MaskPlanes.NO_DATA}) {
            excluded |= planes.names().contains(plane) ? planes.bits(plane) : 0;
        }
        int found = 0;
        float[] row = new float[science.width()];
        int[] marks = new int[science.width()];
        for (int y = 0; y < science.height(); y++) {
            science.row(y, row);
            image.mask().row(y, marks);
            for (int x = 0; x < row.length; x++) {
                boolean good = Float.isFinite(row[x]) && (marks[x] & excluded) == 0;
                distances[y * row.length + x] = (byte) (good ? 0 : limit);
                found += good ? 1 : 0;
            }
        }
        return found;
    }

    /** Works out the distances along rows, columns and diagonals: down, then up. */
    private void spread() {
        int width = science.width();
        int height = science.height();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                relax(x, y, x - 1, y);
                relax(x, y, x - 1, y - 1);
                relax(x, y, x, y - 1);
                relax(x, y, x + 1, y - 1);
            }
        }
        for (int y = height - 1; y >= 0; y--) {
            for (int x = width - 1; x >= 0; x--) {
                relax(x, y, x + 1, y);
                relax(x, y, x + 1, y + 1);
                relax(x, y, x, y + 1);
                relax(x, y, x - 1, y + 1);
            }
        }
    }

    private void relax(int x, int y, int otherX, int otherY) {
        int width = science.width();
        if (distances[y * width + x] != 0
                && otherX >= 0
                && otherX < width
                && otherY >= 0
                && otherY < science.height()) {
            int through = distances[otherY * width + otherX] + 1;
            if (through < distances[y * width + x]) {
                distances[y * width + x] = (byte) through;
            }
        }
    }

    /** Returns how many good pixels there are. */
    int count() {
        return count;
    }

    int width() {
        return science.width();
    }

    int height() {
        return science.height();
    }

    /** Returns how far the nearest good pixel is, along rows or columns; at most the reach plus 1. */
    int distance(int pixel) {
        return distances[pixel];
    }

    float value(int x, int y) {
        return science.get(x, y);
    }

    /** Returns the variance of a pixel; 0 where it is not known. */
    float variance(int x, int y) {
        float value = variance.get(x, y);
        return value > 0 && value < Float.POSITIVE_INFINITY ? value : 0;
    }

    /** Returns the median of a sample of good pixels. */
    float typicalValue() {
        sample();
        return typicalValue;
    }

    /** Returns the square of the scatter of a sample of good pixels. */
    float typicalVariance() {
        sample();
        return typicalVariance;
    }

    private void sample() {
        if (!Float.isNaN(typicalValue)) {
            return;
        }
        int step = Math.max(1, count / SAMPLE);
        float[] values = new float[(count + step - 1) / step];
        int seen = 0;
        for (int i = 0; i < distances.length; i++) {
            if (distances[i] == 0) {
                if (seen % step == 0) {
                    values[seen / step] = science.get(i % width(), i / width());
                }
                seen++;
            }
        }
        Arrays.sort(values);
        typicalValue = values[values.length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i] - typicalValue);
        }
        Arrays.sort(values);
        double scatter = NORMAL * values[values.length / 2];
        typicalVariance = (float) Math.min(Float.MAX_VALUE, scatter * scatter);
    }
}
