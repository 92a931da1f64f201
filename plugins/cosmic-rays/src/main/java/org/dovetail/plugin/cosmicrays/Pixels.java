package org.dovetail.plugin.cosmicrays;

import java.util.Arrays;

/** A list of pixels, by index. */
final class Pixels {

    private int[] pixels = new int[64];
    private int size;

    void add(int pixel) {
        if (size == pixels.length) {
            pixels = Arrays.copyOf(pixels, 2 * size);
        }
        pixels[size++] = pixel;
    }

    void addAll(Pixels others) {
        for (int k = 0; k < others.size; k++) {
            add(others.pixels[k]);
        }
    }

    int size() {
        return size;
    }

    int get(int k) {
        return pixels[k];
    }
}
