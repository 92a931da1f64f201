package org.dovetail.quicklook;

import java.util.Arrays;
import org.dovetail.image.Image;
import org.dovetail.image.Markers.Ellipse;
import org.dovetail.task.Interruption;

/**
 * A picture while it is drawn: grey levels, and a color each for marks and for pixels without a
 * value. The first row of the image is at the bottom. Large images are shown smaller: each point is
 * the mean of a square of pixels.
 */
final class Picture {

    /** The number of grey levels: 0 is black, the last is white. */
    static final int GREYS = 254;
    /** The color of marks. */
    static final int MARK = 254;
    /** The color of pixels without a value. */
    static final int NOTHING = 255;

    private static final int LARGEST = 1500; // points a side

    private final int bin;
    private final int width;
    private final int height;
    private final byte[] points;

    private Picture(int bin, int width, int height) {
        this.bin = bin;
        this.width = width;
        this.height = height;
        points = new byte[width * height];
    }

    static Picture of(Image image) {
        int longer = Math.max(image.width(), image.height());
        int bin = (longer + LARGEST - 1) / LARGEST;
        Image small = bin == 1 ? image : smaller(image, bin);
        Picture picture = new Picture(bin, small.width(), small.height());
        picture.fill(small, ZScale.of(small));
        return picture;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Copies a row of points, counted from the top. */
    void row(int fromTop, byte[] into, int offset) {
        System.arraycopy(points, fromTop * width, into, offset, width);
    }

    /** Draws the outline of an ellipse; nothing if it is not finite. */
    void draw(Ellipse ellipse) {
        double size = ellipse.semiMajor() + ellipse.semiMinor();
        if (!Double.isFinite(size + ellipse.x() + ellipse.y() + ellipse.positionAngle())) {
            return;
        }
        double angle = Math.toRadians(ellipse.positionAngle());
        double a = Math.max(1, ellipse.semiMajor() / bin);
        double b = Math.max(1, ellipse.semiMinor() / bin);
        double x = (ellipse.x() + 0.5) / bin - 0.5;
        double y = (ellipse.y() + 0.5) / bin - 0.5;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        int steps = (int) Math.min(100_000, 4 * Math.PI * Math.max(a, b)) + 8; // half a point each
        for (int i = 0; i < steps; i++) {
            double along = a * Math.cos(2 * Math.PI * i / steps);
            double across = b * Math.sin(2 * Math.PI * i / steps);
            mark(x + along * cos - across * sin, y + along * sin + across * cos);
        }
    }

    private void mark(double x, double y) {
        long column = Math.round(x);
        long row = height - 1 - Math.round(y);
        if (column >= 0 && column < width && row >= 0 && row < height) {
            points[(int) (row * width + column)] = (byte) MARK;
        }
    }

    private void fill(Image image, ZScale scale) {
        float[] row = new float[width];
        for (int y = 0; y < height; y++) {
            image.row(y, row);
            fill(row, (height - 1 - y) * width, scale);
        }
    }

    private void fill(float[] row, int at, ZScale scale) {
        double factor = GREYS / (scale.high() - scale.low());
        for (int x = 0; x < width; x++) {
            double level = (row[x] - scale.low()) * factor;
            points[at + x] = (byte)
                    (Float.isNaN(row[x]) ? NOTHING : (int) Math.max(0, Math.min(GREYS - 1, level)));
        }
    }

    private static Image smaller(Image image, int bin) {
        int width = (image.width() + bin - 1) / bin;
        int height = (image.height() + bin - 1) / bin;
        float[] means = new float[width * height];
        float[] row = new float[image.width()];
        double[] sums = new double[width];
        int[] counts = new int[width];
        for (int y = 0; y < height; y++) {
            Interruption.check("drawing a picture");
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
            for (int line = y * bin; line < Math.min(image.height(), (y + 1) * bin); line++) {
                image.row(line, row);
                add(row, bin, sums, counts);
            }
            for (int x = 0; x < width; x++) {
                means[y * width + x] = (float) (sums[x] / counts[x]); // NaN where there is none
            }
        }
        return Image.wrap(width, height, means);
    }

    // A method for a row: it is compiled after a few of them, and not in the midst of one.
    private static void add(float[] row, int bin, double[] sums, int[] counts) {
        int x = 0;
        for (int point = 0; point < sums.length; point++) {
            double sum = sums[point];
            int count = counts[point];
            for (int end = Math.min(row.length, x + bin); x < end; x++) {
                if (Float.isFinite(row[x])) {
                    sum += row[x];
                    count++;
                }
            }
            sums[point] = sum;
            counts[point] = count;
        }
    }
}
