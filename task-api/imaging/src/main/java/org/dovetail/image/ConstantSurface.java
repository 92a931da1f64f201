package org.dovetail.image;

import java.util.Arrays;

/** One value everywhere. */
record ConstantSurface(int width, int height, float value) implements Surface {

    @Override
    public void row(int y, float[] into) {
        Arrays.fill(into, 0, width, value);
    }
}
