package org.dovetail.plugin.combination;

import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;

/** The frame that a combination fills, pixel after pixel. For use by one thread. */
final class CombinedFrame {

    private final int width;
    private final int height;
    private final MaskPlanes planes;
    private final int noData;
    private final float[] values;
    private final float[] variances;
    private final int[] marks;

    CombinedFrame(FrameStack stack) {
        width = stack.width();
        height = stack.height();
        planes = stack.planes();
        noData = planes.bits(MaskPlanes.NO_DATA);
        values = new float[Math.multiplyExact(width, height)];
        variances = new float[values.length];
        marks = new int[values.length];
    }

    /** Sets a pixel; a variance of NaN says: not known. */
    void set(int x, int y, double value, double variance, int mark) {
        int i = y * width + x;
        values[i] = (float) value;
        variances[i] = variance > 0 ? (float) variance : 0;
        marks[i] = mark & ~noData;
    }

    /** Sets a pixel for which no value is left. */
    void setEmpty(int x, int y, int mark) {
        int i = y * width + x;
        values[i] = Float.NaN;
        marks[i] = mark | noData;
    }

    MaskedImage toImage() {
        return new MaskedImage(
                Image.wrap(width, height, values),
                Mask.wrap(width, height, planes, marks),
                Image.wrap(width, height, variances));
    }
}
