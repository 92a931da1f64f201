package org.dovetail.plugin.measurement;

import java.util.Arrays;
import org.dovetail.image.Image;
import org.dovetail.role.detection.Footprint;
import org.dovetail.role.measurement.MeasurementInput;

/** The pixels of one footprint after another, those that can be used; for one thread. */
final class FootprintPixels {

    private final UsableImage image;
    private final Image filtered;
    private float[] imageRow = new float[64];
    private float[] filteredRow = new float[64];
    private int count;
    private double[] dx = new double[256];
    private double[] dy = new double[256];
    private float[] value = new float[256];
    private float[] weight = new float[256];
    private int originX;
    private int originY;
    private double total;
    private double meanX;
    private double meanY;

    /** Reads pixels of the image and of the filtered image. */
    static FootprintPixels of(MeasurementInput input, String[] ignoredPlanes) {
        return new FootprintPixels(input, ignoredPlanes, input.detections().filtered());
    }

    /** Reads pixels of the image only, which also take the place of the filtered ones. */
    static FootprintPixels unfiltered(MeasurementInput input, String[] ignoredPlanes) {
        return new FootprintPixels(input, ignoredPlanes, input.image().science());
    }

    private FootprintPixels(MeasurementInput input, String[] ignoredPlanes, Image filtered) {
        image = new UsableImage(input.image(), ignoredPlanes);
        this.filtered = filtered;
    }

    /** Reads the pixels of a footprint and finds their center of light. */
    void read(Footprint footprint) {
        reserve(footprint);
        count = 0;
        for (int span = 0; span < footprint.spans(); span++) {
            int start = footprint.start(span);
            int length = footprint.end(span) - start;
            int row = footprint.row(span);
            image.row(start, row, length, imageRow, 0);
            filtered.row(start, row, length, filteredRow, 0);
            for (int i = 0; i < length; i++) {
                if (Float.isFinite(imageRow[i]) && Float.isFinite(filteredRow[i])) {
                    dx[count] = start + i - originX;
                    dy[count] = row - originY;
                    value[count] = imageRow[i];
                    weight[count++] = filteredRow[i];
                }
            }
        }
        findCenter();
    }

    private void reserve(Footprint footprint) {
        originX = footprint.box().x();
        originY = footprint.box().y();
        int width = footprint.box().width();
        if (imageRow.length < width) {
            imageRow = new float[2 * width];
            filteredRow = new float[2 * width];
        }
        if (dx.length < footprint.area()) {
            int size = 2 * footprint.area();
            dx = Arrays.copyOf(dx, size);
            dy = Arrays.copyOf(dy, size);
            value = Arrays.copyOf(value, size);
            weight = Arrays.copyOf(weight, size);
        }
    }

    private void findCenter() {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < count; i++) {
            sum += weight[i];
            sumX += weight[i] * dx[i];
            sumY += weight[i] * dy[i];
        }
        total = sum;
        meanX = sumX / sum;
        meanY = sumY / sum;
    }

    /** Returns whether there is light to have a center; NaN is refused, too. */
    boolean hasCenter() {
        return total > 0;
    }

    /** Returns the number of pixels. */
    int count() {
        return count;
    }

    /** Returns the column of a pixel, from that of the center of light. */
    double dx(int i) {
        return dx[i] - meanX;
    }

    /** Returns the row of a pixel, from that of the center of light. */
    double dy(int i) {
        return dy[i] - meanY;
    }

    /** Returns the value of a pixel. */
    float value(int i) {
        return value[i];
    }

    /** Returns the value of a pixel of the filtered image. */
    float weight(int i) {
        return weight[i];
    }

    /** Returns the sum of the filtered values. */
    double total() {
        return total;
    }

    /** Returns the column of the center of light, in pixels of the image. */
    double centerX() {
        return originX + meanX;
    }

    /** Returns the row of the center of light, in pixels of the image. */
    double centerY() {
        return originY + meanY;
    }
}
