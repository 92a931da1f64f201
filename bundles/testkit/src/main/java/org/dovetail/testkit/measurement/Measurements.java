package org.dovetail.testkit.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Schema;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.role.measurement.Measurer;

/** Runs measurements as a composite does. */
public final class Measurements {

    private Measurements() {}

    /** Measures all sources with some measurements, one after another. */
    public static Catalog measure(MeasurementInput input, List<MeasurementPlugin> plugins) {
        Schema.Builder schema = new Schema.Builder();
        List<Measurer> measurers = new ArrayList<>();
        for (MeasurementPlugin plugin : plugins) {
            schema.owner(plugin.getClass().getSimpleName());
            measurers.add(plugin.prepare(schema));
        }
        Catalog.Builder table = new Catalog.Builder(
                schema.build(), input.detections().footprints().size());
        measurers.forEach(measurer -> measurer.measure(input, table));
        return table.build();
    }

    /**
     * Makes what a measurement reads, of an image without background.
     *
     * @param image the image
     * @param scatter the noise of the sky, in the unit of the image
     * @param detections the sources
     * @return the input, of gain 1 and without sky coordinates
     */
    public static MeasurementInput input(MaskedImage image, double scatter, Detections detections) {
        return new MeasurementInput(
                image,
                Background.constant(image.width(), image.height(), 0, scatter),
                detections,
                Optional.empty(),
                1);
    }

    /** Makes an input of what exceeds a threshold in the smoothed image, by area in pixels. */
    public static MeasurementInput input(
            Image image, double scatter, double threshold, int minArea) {
        Detections detections =
                DetectionsOf.threshold(DetectionsOf.smoothed(image), threshold, minArea);
        return input(MaskedImage.of(image), scatter, detections);
    }
}
