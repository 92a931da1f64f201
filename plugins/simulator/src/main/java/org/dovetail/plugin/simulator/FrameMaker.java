package org.dovetail.plugin.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.dovetail.image.Box;
import org.dovetail.image.ExposureInfo;
import org.dovetail.image.Header;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.RawExposure;
import org.dovetail.image.Wcs;
import org.dovetail.image.Wcs.PixelPosition;
import org.dovetail.plugin.simulator.SurveySimulator.ScienceFrame;
import org.dovetail.role.simulation.Truth;
import org.dovetail.task.Interruption;

/** Makes the frames of one survey, each from a seed of its own. */
final class FrameMaker {

    private static final double PIXELS_PER_HIT_RATE = 1e6;

    private final SurveySimulator.Config config;
    private final Camera camera;
    private final ReadOut readOut;
    private final Painter painter;
    private final RandomNumbers random;
    private final long seed;

    FrameMaker(SurveySimulator.Config config, Camera camera, RandomNumbers random, long seed) {
        this.config = config;
        this.camera = camera;
        this.random = random;
        this.seed = seed;
        readOut = new ReadOut(camera, config.overscanColumns());
        painter = new Painter(
                config.width(),
                config.height(),
                config.seeing() / config.pixelScale(),
                config.moffatBeta());
    }

    List<RawExposure> biases() {
        List<RawExposure> frames = new ArrayList<>();
        for (int i = 0; i < config.biases(); i++) {
            frames.add(exposed("bias", i, 0, 0, pixel -> 0));
        }
        return frames;
    }

    List<RawExposure> darks() {
        List<RawExposure> frames = new ArrayList<>();
        for (int i = 0; i < config.darks(); i++) {
            frames.add(exposed("dark", i, 0, config.darkSeconds(), pixel -> 0));
        }
        return frames;
    }

    List<RawExposure> flats() {
        List<RawExposure> frames = new ArrayList<>();
        for (int i = 0; i < config.flats(); i++) {
            double level = config.flatLevel();
            frames.add(exposed("flat", i, 1, 1, pixel -> level));
        }
        return frames;
    }

    private RawExposure exposed(
            String kind, int number, double seconds, double dark, IntToDoubleFunction light) {
        RandomNumbers own = random.child(kind, number);
        float[] electrons = new float[config.width() * config.height()];
        collect(electrons, light, dark, own.child("photons", 0));
        int[] marks = new int[electrons.length];
        finish(electrons, marks, dark, own);
        return raw(kind, number, electrons, seconds, dark, Optional.empty());
    }

    /** Makes an exposure of the sky. */
    ScienceFrame science(int number, Wcs wcs, List<Source> sources) {
        RandomNumbers own = random.child("science", number);
        double seconds = config.exposureSeconds();
        float[] light = new float[config.width() * config.height()];
        paint(light, wcs, sources);
        addSky(light);
        float[] electrons = new float[light.length];
        collect(electrons, pixel -> light[pixel], seconds, own.child("photons", 0));
        int[] marks = new int[light.length];
        finish(electrons, marks, seconds, own);
        markDefects(marks);
        Mask mask = Mask.wrap(config.width(), config.height(), MaskPlanes.STANDARD, marks);
        RawExposure raw = raw("science", number, electrons, seconds, seconds, Optional.of(wcs));
        Truth truth = new Truth(TruthTables.sources(sources, wcs, mask, this::flux), mask);
        return new ScienceFrame(raw, truth);
    }

    /** Returns the electrons that a source gives to an exposure. */
    private double flux(Source source) {
        return config.exposureSeconds()
                * Math.pow(10, 0.4 * (config.zeroPoint() - source.magnitude()));
    }

    private void paint(float[] light, Wcs wcs, List<Source> sources) {
        for (Source source : sources) {
            Interruption.check("painting simulated sources");
            PixelPosition at = wcs.toPixel(source.position());
            if (source.galaxy()) {
                double radius = source.shape().radius() / config.pixelScale();
                painter.galaxy(light, at.x(), at.y(), flux(source), source.shape(), radius);
            } else {
                painter.star(light, at.x(), at.y(), flux(source));
            }
        }
    }

    private void addSky(float[] light) {
        int width = config.width();
        int height = config.height();
        double level = config.skyLevel() * config.exposureSeconds();
        double gradient = config.skyGradient();
        for (int y = 0; y < height; y++) {
            double v = y / (double) height - 0.5;
            for (int x = 0; x < width; x++) {
                double u = x / (double) width - 0.5;
                light[y * width + x] += (float) (level * (1 + gradient * (0.6 * u + 0.4 * v)));
            }
        }
    }

    private void collect(
            float[] electrons, IntToDoubleFunction light, double dark, RandomNumbers photons) {
        for (int i = 0; i < electrons.length; i++) {
            double mean = light.applyAsDouble(i) * camera.response(i) + dark * camera.darkRate(i);
            electrons[i] = (float) photons.poisson(mean);
        }
    }

    private void finish(float[] electrons, int[] marks, double seconds, RandomNumbers own) {
        double hits = config.cosmicRays() * seconds / 60 * electrons.length / PIXELS_PER_HIT_RATE;
        RandomNumbers rays = own.child("cosmic rays", 0);
        CosmicRays.strew(electrons, marks, config.width(), rays.poisson(hits), rays);
        FullWell.bleed(electrons, marks, config.width(), config.fullWell());
    }

    private void markDefects(int[] marks) {
        int bad = MaskPlanes.STANDARD.bits(MaskPlanes.BAD);
        for (Box box : camera.detector().defects()) {
            for (int y = box.y(); y < box.endY(); y++) {
                for (int x = box.x(); x < box.endX(); x++) {
                    marks[y * config.width() + x] |= bad;
                }
            }
        }
    }

    private RawExposure raw(
            String kind,
            int number,
            float[] electrons,
            double seconds,
            double dark,
            Optional<Wcs> wcs) {
        String name = String.format(Locale.ROOT, "%s_%03d", kind, number + 1);
        boolean light = kind.equals("flat") || kind.equals("science");
        ExposureInfo info = new ExposureInfo(
                name,
                seconds,
                dark,
                light ? Optional.of("r") : Optional.empty(),
                Optional.of(date(kind, number)),
                Optional.of(kind.equals("science") ? "simulated field" : kind));
        Header header = Header.EMPTY
                .with(new Header.Card("IMAGETYP", kind, "kind of frame"))
                .with(new Header.Card("SIMSEED", seed, "seed of the simulated survey"));
        return new RawExposure(
                camera.detector(),
                readOut.read(electrons, random.child(kind + " read-out", number)),
                info,
                header,
                wcs);
    }

    /** Gives each kind an hour, and each frame a second, of one night; long runs would overlap. */
    private static String date(String kind, int number) {
        int hour = 1 + List.of("bias", "dark", "flat", "science").indexOf(kind);
        return String.format(
                Locale.ROOT, "2025-01-01T%02d:%02d:%02d.000", hour, number / 60 % 60, number % 60);
    }
}
