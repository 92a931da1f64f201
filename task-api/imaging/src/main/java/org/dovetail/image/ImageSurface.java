package org.dovetail.image;

/** The values of an image as a surface. */
record ImageSurface(Image image) implements Surface {

    @Override
    public int width() {
        return image.width();
    }

    @Override
    public int height() {
        return image.height();
    }

    @Override
    public void row(int y, float[] into) {
        image.row(y, into);
    }

    @Override
    public Image toImage() {
        return image;
    }
}
