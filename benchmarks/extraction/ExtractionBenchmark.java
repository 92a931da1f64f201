import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.background.mesh.MeshBackground;
import org.dovetail.plugin.detection.ThresholdDetector;
import org.dovetail.plugin.measurement.ApertureFlux;
import org.dovetail.plugin.measurement.IsophotalCentroid;
import org.dovetail.plugin.measurement.IsophotalFlux;
import org.dovetail.plugin.measurement.IsophotalMoments;
import org.dovetail.plugin.measurement.KronFlux;
import org.dovetail.plugin.measurement.PeakMeasurement;
import org.dovetail.plugin.measurement.SourceFlags;
import org.dovetail.plugin.smoothing.GaussianSmoother;
import org.dovetail.role.background.Background;
import org.dovetail.role.background.BackgroundSettings;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.role.measurement.Measurer;
import org.dovetail.task.Configs;

/**
 * Extracts the sources of one FITS image (BITPIX -32 or 16) again and again, warm, and prints the
 * CPU time of each stage in milliseconds. Driven by run.py, or by hand:
 *
 * <pre>
 * ExtractionBenchmark IMAGE.fits WARMUP             then a line of input for each round
 * ExtractionBenchmark IMAGE.fits SATURATION OUT.csv writes the catalogue, for benchmarks/parity
 * </pre>
 */
public final class ExtractionBenchmark {

    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean)
                    ManagementFactory.getOperatingSystemMXBean();

    private final MeshBackground background;
    private final GaussianSmoother smoother =
            new GaussianSmoother(Configs.of(GaussianSmoother.Config.class));
    private final Map<String, MeasurementPlugin> plugins = new LinkedHashMap<>();
    private final Map<String, Measurer> measurers = new LinkedHashMap<>();
    private final Schema schema;
    private final Map<String, Double> millis = new LinkedHashMap<>();

    private ExtractionBenchmark(boolean aperture) {
        // SExtractor has no masks: what is saturated counts there.
        background = new MeshBackground(
                Configs.of(MeshBackground.Config.class),
                Configs.of(BackgroundSettings.class, "ignoredPlanes", new String[0]));
        plugins.put("peak", new PeakMeasurement(Configs.of(PeakMeasurement.Config.class)));
        plugins.put("centroid", new IsophotalCentroid(Configs.of(IsophotalCentroid.Config.class)));
        plugins.put("moments", new IsophotalMoments(Configs.of(IsophotalMoments.Config.class)));
        plugins.put("isophotal", new IsophotalFlux(Configs.of(IsophotalFlux.Config.class)));
        plugins.put("auto", new KronFlux(Configs.of(KronFlux.Config.class)));
        if (aperture) {
            plugins.put("aperture", new ApertureFlux(Configs.of(
                    ApertureFlux.Config.class, "radii", new double[] {5})));
        }
        plugins.put("flags", new SourceFlags(Configs.of(SourceFlags.Config.class)));
        Schema.Builder columns = new Schema.Builder();
        plugins.forEach((name, plugin) -> measurers.put(name, plugin.prepare(columns)));
        schema = columns.build();
    }

    public static void main(String[] args) throws IOException {
        if (args.length == 3) {
            ExtractionBenchmark all = new ExtractionBenchmark(true);
            write(all.extract(args[0], Float.parseFloat(args[1])), Path.of(args[2]));
            return;
        }
        ExtractionBenchmark benchmark = new ExtractionBenchmark(false);
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            benchmark.extract(args[0], 98_000);
        }
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        while (in.readLine() != null) {
            benchmark.millis.clear();
            long before = SYSTEM.getProcessCpuTime();
            int sources = benchmark.extract(args[0], 98_000).rows();
            double all = (SYSTEM.getProcessCpuTime() - before) / 1e6;
            StringBuilder line = new StringBuilder("sources " + sources + " process " + all);
            benchmark.millis.forEach((name, ms) -> line.append(" ").append(name).append(" ").append(ms));
            System.out.println(line);
        }
    }

    private Catalog extract(String file, float saturation) {
        Image science = time("read", () -> read(file));
        MaskedImage image = time("mask", () -> mask(science, saturation));
        Background sky = time("background", () -> background.estimate(image));
        MaskedImage subtracted = time("subtraction", () -> sky.subtractFrom(image));
        ThresholdDetector detector = new ThresholdDetector(
                Configs.of(ThresholdDetector.Config.class),
                pixels -> time("smoothing", () -> smoother.smooth(pixels)));
        Detections sources = time("detection", () -> detector.detect(subtracted, sky));
        millis.merge("detection", -millis.get("smoothing"), Double::sum);
        MaskedImage marked = time(
                "marking", () -> subtracted.withMask(sources.mark(subtracted.mask())));
        MeasurementInput input = new MeasurementInput(marked, sky, sources, Optional.empty(), 1);
        Catalog.Builder table = new Catalog.Builder(schema, sources.footprints().size());
        measurers.forEach((name, measurer) -> time(name, () -> {
            measurer.measure(input, table);
            return table;
        }));
        return table.build();
    }

    private <T> T time(String stage, Supplier<T> work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        T result = work.get();
        long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        millis.merge(stage, (after - before) / 1e6, Double::sum);
        return result;
    }

    private static MaskedImage mask(Image science, float saturation) {
        int saturated = MaskPlanes.STANDARD.bits(MaskPlanes.SAT);
        int width = science.width();
        int[] marks = new int[width * science.height()];
        float[] row = new float[width];
        for (int y = 0; y < science.height(); y++) {
            science.row(y, row);
            for (int x = 0; x < width; x++) {
                if (row[x] >= saturation) {
                    marks[y * width + x] = saturated;
                }
            }
        }
        return new MaskedImage(
                science,
                Mask.wrap(width, science.height(), MaskPlanes.STANDARD, marks),
                Image.constant(width, science.height(), 0));
    }

    private static Image read(String file) {
        try (FileChannel channel = FileChannel.open(Path.of(file))) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            Map<String, String> cards = new LinkedHashMap<>();
            byte[] card = new byte[80];
            String text;
            do {
                bytes.get(card);
                text = new String(card, StandardCharsets.ISO_8859_1);
                if (text.charAt(8) == '=') {
                    cards.putIfAbsent(
                            text.substring(0, 8).trim(), text.substring(10).split("/")[0].trim());
                }
            } while (!text.startsWith("END  "));
            bytes.position((bytes.position() + 2879) / 2880 * 2880);
            int width = Integer.parseInt(cards.get("NAXIS1"));
            int height = Integer.parseInt(cards.get("NAXIS2"));
            float[] pixels = new float[width * height];
            if (cards.get("BITPIX").equals("-32")) {
                bytes.asFloatBuffer().get(pixels);
            } else {
                float scale = Float.parseFloat(cards.getOrDefault("BSCALE", "1"));
                float zero = Float.parseFloat(cards.getOrDefault("BZERO", "0"));
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = bytes.getShort() * scale + zero;
                }
            }
            return Image.wrap(width, height, pixels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Catalog catalog, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        List<Column> columns = catalog.schema().columns();
        lines.add(String.join(",", columns.stream().map(Column::name).toList()));
        for (int row = 0; row < catalog.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (Column column : columns) {
                Schema.Key key = catalog.schema().key(column.name());
                cells.add(column.type() == Column.Type.BOOLEAN
                        ? catalog.flag(key, row) ? "1" : "0"
                        : String.valueOf(catalog.number(key, row)));
            }
            lines.add(String.join(",", cells));
        }
        Files.write(file, lines);
    }
}
