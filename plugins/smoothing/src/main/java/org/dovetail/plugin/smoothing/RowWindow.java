package org.dovetail.plugin.smoothing;

import java.util.Arrays;
import org.dovetail.image.Image;

/**
 * The rows of an image around the one being filtered, with 0 beyond the edge and where there is no
 * data.
 */
final class RowWindow {

    private final Image image;
    private final int reach;
    private final float[][] rows;
    private final boolean[] holes;
    private final float[] zeros;

    /** Creates a window of the rows from {@code reach} before to {@code reach} after. */
    RowWindow(Image image, int reach) {
        this.image = image;
        this.reach = reach;
        rows = new float[2 * reach + 1][image.width()];
        holes = new boolean[2 * reach + 1];
        zeros = new float[image.width()];
        for (int y = 0; y < Math.min(reach, image.height()); y++) {
            read(y);
        }
    }

    /** Moves to a row; the rows must be visited in order. */
    void moveTo(int y) {
        if (y + reach < image.height()) {
            read(y + reach);
        }
    }

    private void read(int y) {
        int slot = y % rows.length;
        float[] row = rows[slot];
        image.row(y, row);
        holes[slot] = !allFinite(row);
        if (holes[slot]) {
            for (int x = 0; x < row.length; x++) {
                row[x] = Float.isFinite(row[x]) ? row[x] : 0;
            }
        }
    }

    /** Returns a row within reach; not to be changed. */
    float[] row(int y) {
        return y < 0 || y >= image.height() ? zeros : rows[y % rows.length];
    }

    /** Makes NaN what is not finite in a row within reach. */
    void punch(int y, float[] filtered) {
        if (holes[y % rows.length]) {
            for (int x = 0; x < filtered.length; x++) {
                filtered[x] = Float.isFinite(image.get(x, y)) ? filtered[x] : Float.NaN;
            }
        }
    }

    /** Returns whether all values are finite: 0 times anything else is NaN. */
    static boolean allFinite(float[] row) {
        float even = 0;
        float odd = 0;
        int x = 0;
        for (; x + 3 < row.length; x += 4) {
            even += (row[x] + row[x + 1]) * 0;
            odd += (row[x + 2] + row[x + 3]) * 0;
        }
        for (; x < row.length; x++) {
            even += row[x] * 0;
        }
        return even + odd == 0;
    }

    /** Copies a row moved by some columns, with 0 coming in from the edge. */
    static void shift(float[] row, int columns, float[] into) {
        int count = Math.max(0, row.length - Math.abs(columns));
        if (columns >= 0) {
            System.arraycopy(row, 0, into, row.length - count, count);
            Arrays.fill(into, 0, row.length - count, 0);
        } else {
            System.arraycopy(row, row.length - count, into, 0, count);
            Arrays.fill(into, count, row.length, 0);
        }
    }
}
