package org.dovetail.mutants;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dovetail.image.Box;
import org.dovetail.image.Exposure;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.Surface;

/**
 * Changes every image and every mask in a value, whatever records it is made of.
 *
 * @param images what becomes of an image
 * @param masks what becomes of a mask
 */
record Rewrite(UnaryOperator<Image> images, UnaryOperator<Mask> masks) {

    /** Leaves the last column out. */
    static Rewrite cut() {
        return new Rewrite(
                image -> image.crop(new Box(0, 0, Math.max(1, image.width() - 1), image.height())),
                mask -> mask.crop(new Box(0, 0, Math.max(1, mask.width() - 1), mask.height())));
    }

    /** Moves every pixel by one column, as who counts from one does; the first column stays. */
    static Rewrite shifted() {
        return new Rewrite(
                image -> {
                    float[] pixels = image.toArray();
                    float[] moved = pixels.clone();
                    for (int i = 1; i < pixels.length; i++) {
                        moved[i] = pixels[i % image.width() == 0 ? i : i - 1];
                    }
                    return Image.wrap(image.width(), image.height(), moved);
                },
                mask -> {
                    int[] pixels = mask.toArray();
                    int[] moved = pixels.clone();
                    for (int i = 1; i < pixels.length; i++) {
                        moved[i] = pixels[i % mask.width() == 0 ? i : i - 1];
                    }
                    return Mask.wrap(mask.width(), mask.height(), mask.planes(), moved);
                });
    }

    /** Changes every value. */
    static Rewrite values(UnaryOperator<Float> change) {
        return new Rewrite(
                image -> {
                    float[] pixels = image.toArray();
                    for (int i = 0; i < pixels.length; i++) {
                        pixels[i] = change.apply(pixels[i]);
                    }
                    return Image.wrap(image.width(), image.height(), pixels);
                },
                UnaryOperator.identity());
    }

    /** Puts NaN into one pixel of each image, the last. */
    static Rewrite hole() {
        return new Rewrite(
                image -> {
                    float[] pixels = image.toArray();
                    pixels[pixels.length - 1] = Float.NaN;
                    return Image.wrap(image.width(), image.height(), pixels);
                },
                UnaryOperator.identity());
    }

    /** Returns the value with all its images and masks changed. */
    @SuppressWarnings("unchecked")
    <T> T apply(T value) {
        return (T) changed(value);
    }

    private Object changed(Object value) {
        if (value instanceof Image image) {
            return images.apply(image);
        } else if (value instanceof Mask mask) {
            return masks.apply(mask);
        } else if (value instanceof Surface surface) {
            return Surface.of(images.apply(surface.toImage()));
        } else if (value instanceof Exposure exposure) {
            return exposure.withImage((MaskedImage) changed(exposure.image()));
        } else if (value instanceof List<?> list) {
            return list.stream().map(this::changed).toList();
        } else if (value instanceof Optional<?> optional) {
            return optional.map(this::changed);
        } else if (value instanceof Record record && holdsPixels(record)) {
            return remade(record);
        }
        return value;
    }

    private static boolean holdsPixels(Record record) {
        return record.getClass().getPackageName().startsWith("org.dovetail");
    }

    private Record remade(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = changed(components[i].getAccessor().invoke(record));
            }
            Constructor<? extends Record> constructor = record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot remake " + record.getClass(), e);
        }
    }
}
