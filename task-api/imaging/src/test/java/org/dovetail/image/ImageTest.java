package org.dovetail.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dovetail.data.ContentDigest;
import org.junit.jupiter.api.Test;

class ImageTest {

    private final Image image = Image.wrap(3, 2, new float[] {1, 2, 3, 4, 5, 6});

    @Test
    void rowsAreStoredOneAfterAnother() {
        assertEquals(6, image.get(2, 1));
        float[] row = new float[3];
        image.row(1, row);
        assertArrayEquals(new float[] {4, 5, 6}, row);
        image.row(1, 0, 2, row, 1);
        assertArrayEquals(new float[] {4, 2, 3}, row);
    }

    @Test
    void cropKeepsThePixelsOfTheBox() {
        assertEquals(Image.wrap(2, 1, new float[] {5, 6}), image.crop(new Box(1, 1, 2, 1)));
        assertThrows(IndexOutOfBoundsException.class, () -> image.crop(new Box(2, 0, 2, 1)));
    }

    @Test
    void columnsDoNotRunOverIntoTheNextRow() {
        assertThrows(IndexOutOfBoundsException.class, () -> image.get(3, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> image.row(2, 0, 2, new float[2], 0));
    }

    @Test
    void copiesCannotChangeTheImage() {
        image.toArray()[0] = 99;
        float[] mine = {1};
        Image copy = Image.copyOf(1, 1, mine);
        mine[0] = 2;
        assertEquals(1, image.get(0, 0));
        assertEquals(1, copy.get(0, 0));
    }

    @Test
    void equalBitForBit() {
        assertEquals(
                Image.wrap(1, 1, new float[] {Float.NaN}),
                Image.wrap(1, 1, new float[] {Float.NaN}));
        assertNotEquals(Image.wrap(1, 1, new float[] {0f}), Image.wrap(1, 1, new float[] {-0f}));
        assertNotEquals(Image.constant(2, 3, 1), Image.constant(3, 2, 1));
    }

    @Test
    void constantImageIsAnImageLikeAnyOther() {
        Image constant = Image.constant(3, 2, 7);
        Image pixels = Image.wrap(3, 2, new float[] {7, 7, 7, 7, 7, 7});
        assertEquals(pixels, constant);
        assertEquals(constant, pixels);
        assertEquals(pixels.hashCode(), constant.hashCode());
        assertEquals(ContentDigest.of(pixels), ContentDigest.of(constant));
        assertArrayEquals(pixels.toArray(), constant.toArray());
        assertEquals(7, constant.get(2, 1));
        float[] row = new float[3];
        constant.row(1, 1, 2, row, 0);
        assertArrayEquals(new float[] {7, 7, 0}, row);
        assertEquals(Image.constant(2, 1, 7), constant.crop(new Box(1, 1, 2, 1)));
    }

    @Test
    void rowsOutsideAreRefusedAlsoWhereAllAreTheSame() {
        Image constant = Image.constant(3, 2, 7);
        assertThrows(IndexOutOfBoundsException.class, () -> constant.get(0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> constant.row(-1, new float[3]));
        assertThrows(IndexOutOfBoundsException.class, () -> constant.row(0, 2, 1, row(3), 0));
        assertThrows(IllegalArgumentException.class, () -> Image.constant(0, 2, 7));
        assertThrows(ArithmeticException.class, () -> Image.constant(1 << 16, 1 << 16, 7));
    }

    private static float[] row(int width) {
        return new float[width];
    }

    @Test
    void sizeMustFitThePixels() {
        assertThrows(IllegalArgumentException.class, () -> Image.wrap(2, 2, new float[3]));
    }
}
