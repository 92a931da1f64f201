package org.dovetail.plugin.simulator;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.image.TanWcs;
import org.dovetail.plugin.simulator.Source.Profile;
import org.dovetail.plugin.simulator.Source.Shape;

/**
 * Scatters stars and galaxies over a field of the sky.
 *
 * <p><b>Method.</b> Even in the plane of the field's projection. Magnitudes follow {@code log10 N(<m)
 * = slope m}, with 0.22 for stars and 0.34 for galaxies. A galaxy of magnitude m has a half-light
 * radius of 0.5 arc seconds times {@code 10^(-0.11 (m - 22))}, scattered by 0.3 in the logarithm; a
 * quarter follow de Vaucouleurs' law, the rest are exponential disks.
 *
 * <p><b>Limits.</b> Sources do not cluster, and none has structure.
 */
final class Population {

    private static final double STAR_SLOPE = 0.22;
    private static final double GALAXY_SLOPE = 0.34;
    private static final double GALAXY_OFFSET = 3;

    private final SurveySimulator.Config config;
    private final TanWcs field;
    private final RandomNumbers random;

    /**
     * Prepares a field.
     *
     * @param config densities, magnitudes and the size of the detector
     * @param field coordinates whose pixels the sources are scattered over
     * @param random the source of chance
     */
    Population(SurveySimulator.Config config, TanWcs field, RandomNumbers random) {
        this.config = config;
        this.field = field;
        this.random = random;
    }

    /**
     * Draws the sources.
     *
     * @param margin how far beyond the detector's edges sources lie, in pixels
     * @return stars, then galaxies
     */
    List<Source> draw(double margin) {
        double area = (config.width() + 2 * margin) * (config.height() + 2 * margin);
        double squareMinutes = area * config.pixelScale() * config.pixelScale() / 3600;
        int stars = (int) Math.round(config.starDensity() * squareMinutes);
        int galaxies = (int) Math.round(config.galaxyDensity() * squareMinutes);
        double brightest = config.brightestMagnitude();
        double faintest = config.faintestMagnitude();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < stars; i++) {
            double magnitude = magnitude(brightest, faintest, STAR_SLOPE);
            sources.add(place(sources.size() + 1L, margin, magnitude, Shape.POINT));
        }
        double brightestGalaxy = Math.min(brightest + GALAXY_OFFSET, faintest);
        for (int i = 0; i < galaxies; i++) {
            double magnitude = magnitude(brightestGalaxy, faintest, GALAXY_SLOPE);
            sources.add(place(sources.size() + 1L, margin, magnitude, galaxy(magnitude)));
        }
        return List.copyOf(sources);
    }

    private Source place(long id, double margin, double magnitude, Shape shape) {
        double x = random.uniform(-margin, config.width() + margin) - 0.5;
        double y = random.uniform(-margin, config.height() + margin) - 0.5;
        return new Source(id, field.toSky(x, y), magnitude, shape);
    }

    private double magnitude(double from, double to, double slope) {
        double fraction = random.uniform();
        double span = Math.pow(10, slope * (to - from));
        return from + Math.log10(1 + fraction * (span - 1)) / slope;
    }

    private Shape galaxy(double magnitude) {
        double radius = 0.5 * Math.pow(10, -0.11 * (magnitude - 22));
        double scattered = radius * Math.exp(0.3 * random.gaussian());
        double axisRatio = 0.25 + 0.75 * Math.sqrt(random.uniform());
        double orientation = random.uniform(0, 180);
        Profile profile = random.uniform() < 0.25 ? Profile.BULGE : Profile.DISK;
        return new Shape(profile, Math.min(8, Math.max(0.1, scattered)), axisRatio, orientation);
    }
}
