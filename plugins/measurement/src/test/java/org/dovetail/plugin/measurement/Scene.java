package org.dovetail.plugin.measurement;

import java.util.List;
import org.dovetail.image.Image;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.measurement.Measurements;

/** Stars and galaxies, some near each other and some at the edge, on a sky of 0. */
final class Scene {

    static final double THRESHOLD = 60;

    /** What SExtractor 2.25 takes for the noise of this image, as it prints it. */
    static final double SCATTER = 33.6739;

    private Scene() {}

    static Image image() {
        Skies sky = Skies.seeded(11).stars(60).spacing(2, 15).build();
        return Images.of(
                256, 256, (x, y) -> sky.image().science().get(x, y) - 1000 + galaxies(x, y));
    }

    private static double galaxies(int x, int y) {
        double light = 0;
        for (int i = 0; i < 16; i++) {
            double dx = x - 30.3 - 62.1 * (i % 4);
            double dy = y - 31.4 - 61.7 * (i / 4);
            double cos = Math.cos(0.4 * i);
            double sin = Math.sin(0.4 * i);
            double along = (dx * cos + dy * sin) / (2.2 + 0.1 * i);
            double across = (dy * cos - dx * sin) / 1.6;
            light += (300 + 100 * i) * Math.exp(-Math.hypot(along, across));
        }
        return light;
    }

    static MeasurementInput input() {
        return Measurements.input(image(), SCATTER, THRESHOLD, 1);
    }

    static List<MeasurementPlugin> all() {
        return List.of(
                new PeakMeasurement(Configs.of(PeakMeasurement.Config.class)),
                new IsophotalCentroid(Configs.of(IsophotalCentroid.Config.class)),
                new IsophotalMoments(Configs.of(IsophotalMoments.Config.class)),
                new IsophotalFlux(Configs.of(IsophotalFlux.Config.class)),
                new ApertureFlux(Configs.of(ApertureFlux.Config.class)),
                new KronFlux(Configs.of(KronFlux.Config.class)),
                new HalfLightRadius(Configs.of(HalfLightRadius.Config.class)),
                new WindowedCentroid(Configs.of(WindowedCentroid.Config.class)),
                new SkyCoordinates(),
                new SourceFlags(Configs.of(SourceFlags.Config.class)));
    }
}
