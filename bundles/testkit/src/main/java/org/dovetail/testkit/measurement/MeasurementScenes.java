package org.dovetail.testkit.measurement;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dovetail.image.Image;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.detection.Footprint;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;

/** Images and sources that measurements must get right or survive. */
public final class MeasurementScenes {

    private MeasurementScenes() {}

    /** Returns 20 stars in noise, well apart. */
    public static MeasurementInput stars(long seed) {
        Skies sky = Skies.seeded(seed)
                .size(160, 160)
                .stars(20)
                .sky(0)
                .spacing(16, 24)
                .build();
        return above(sky.image().science(), 7, 25);
    }

    /** Returns stars without photon noise, everything times a factor. */
    static MeasurementInput bright(double factor) {
        Skies sky = Skies.seeded(2).size(128, 128).stars(12).sky(0).build();
        Image image =
                Images.of(128, 128, (x, y) -> factor * sky.image().science().get(x, y));
        MeasurementInput input = above(image, 7 * factor, 25 * factor);
        return new MeasurementInput(
                input.image(),
                input.background(),
                input.detections(),
                Optional.empty(),
                Double.POSITIVE_INFINITY);
    }

    /** Returns one noiseless Gaussian star of peak 1000, with its standard deviations in pixels. */
    public static Image star(
            int width, int height, double x, double y, double sigmaX, double sigmaY) {
        return Images.of(width, height, (column, row) -> {
            double dx = (column - x) / sigmaX;
            double dy = (row - y) / sigmaY;
            return 1000 * Math.exp(-(dx * dx + dy * dy) / 2);
        });
    }

    /** Returns what exceeds a threshold in the smoothed image, 5 pixels at least. */
    public static MeasurementInput above(Image image, double scatter, double threshold) {
        return Measurements.input(image, scatter, threshold, 5);
    }

    /** Returns a star with some marked pixels of one value, in its footprint and around. */
    static MeasurementInput withHole(String plane, double value) {
        Image star = star(64, 64, 30, 30, 2, 2);
        Detections detections = above(star, 1, 20).detections();
        MaskedImage image = MaskedImage.of(star);
        int[][] holes = {{31, 31}, {32, 29}, {36, 30}, {30, 22}, {24, 35}};
        for (int[] hole : holes) {
            Image science = Images.with(image.science(), hole[0], hole[1], value);
            image = Images.marked(image.withScience(science), plane, hole[0], hole[1]);
        }
        return Measurements.input(image, 1, detections);
    }

    /** Returns sources that cannot be measured well, by name. */
    static MeasurementInput hopeless(String name) {
        int size = 24;
        Image noise = Images.noise(5, size, size, 0, 10);
        int[] all = IntStream.range(0, size * size).toArray();
        int middle = 12 * size + 12;
        return switch (name) {
            case "nothing" -> of(noise, List.of());
            case "onePixel" -> of(Images.impulse(size, size, 12, 12, 100), middle);
            case "corner" -> of(Images.impulse(size, size, 0, 0, 100), 0);
            case "whole" -> of(noise, all);
            case "negative" -> of(Images.constant(size, size, -5), middle, middle + 1);
            case "zero" -> of(Images.constant(size, size, 0), middle, middle + 1);
            case "row" ->
                of(Images.constant(size, size, 1), IntStream.range(0, size).toArray());
            case "flat" -> of(Images.constant(1, size, 1), IntStream.range(3, 9).toArray());
            case "noData" -> {
                MaskedImage image = MaskedImage.of(Images.constant(size, size, Double.NaN));
                for (int pixel : all) {
                    image = Images.marked(image, MaskPlanes.NO_DATA, pixel % size, pixel / size);
                }
                Detections detections = of(noise, middle, middle + 1).detections();
                yield Measurements.input(image, 10, detections);
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static MeasurementInput of(Image image, int... pixels) {
        return of(image, List.of(DetectionsOf.footprint(image, pixels)));
    }

    private static MeasurementInput of(Image image, List<Footprint> footprints) {
        return new MeasurementInput(
                MaskedImage.of(image),
                Background.constant(image.width(), image.height(), 0, 10),
                Detections.of(image, footprints, 1),
                Optional.empty(),
                1);
    }
}
