import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.cosmicrays.LaplacianRejector;
import org.dovetail.task.Configs;

/**
 * Measures quality and speed of {@code lacosmic} on a frame whose cosmic rays are known.
 *
 * <p>Arguments: image.fits (32-bit floating point, electrons), mask.fits (8 bits, not 0 where hit),
 * sky.fits (as the image), read noise and saturation (electrons), runs.
 */
public final class LacosmicBenchmark {

    private static final double FAINT = 200;

    public static void main(String[] args) throws IOException {
        Image science = read(Path.of(args[0]));
        Image truth = read(Path.of(args[1]));
        Image sky = read(Path.of(args[2]));
        double readNoise = Double.parseDouble(args[3]);
        double saturation = Double.parseDouble(args[4]);
        MaskedImage image = masked(science, readNoise, saturation);
        LaplacianRejector rejector =
                new LaplacianRejector(Configs.of(LaplacianRejector.Config.class));
        Mask found = rejector.find(image);
        for (int run = 0; run < Integer.parseInt(args[5]); run++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            found = rejector.find(image);
            long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            double seconds = (end - start) / 1e9;
            System.out.printf(
                    "CPU %.3f s, %.1f Mpix/s%n", seconds, found.width() * found.height() / seconds / 1e6);
        }
        judge(found, truth, science, sky);
    }

    private static MaskedImage masked(Image science, double readNoise, double saturation) {
        float[] variance = science.toArray();
        int[] marks = new int[variance.length];
        int bit = MaskPlanes.STANDARD.bits("SAT");
        for (int i = 0; i < variance.length; i++) {
            marks[i] = variance[i] >= saturation ? bit : 0;
            variance[i] = (float) (Math.max(variance[i], 0) + readNoise * readNoise);
        }
        return new MaskedImage(
                science,
                Mask.wrap(science.width(), science.height(), MaskPlanes.STANDARD, marks),
                Image.wrap(science.width(), science.height(), variance));
    }

    private static void judge(Mask found, Image truth, Image science, Image sky) {
        int bit = found.planes().bits("CR");
        int hit = 0;
        int marked = 0;
        int both = 0;
        int bright = 0;
        int brightBoth = 0;
        for (int y = 0; y < found.height(); y++) {
            for (int x = 0; x < found.width(); x++) {
                boolean isHit = truth.get(x, y) != 0;
                boolean isMarked = (found.get(x, y) & bit) != 0;
                boolean isBright = isHit && science.get(x, y) - sky.get(x, y) > FAINT;
                hit += isHit ? 1 : 0;
                marked += isMarked ? 1 : 0;
                both += isHit && isMarked ? 1 : 0;
                bright += isBright ? 1 : 0;
                brightBoth += isBright && isMarked ? 1 : 0;
            }
        }
        System.out.printf(
                "hit %d, marked %d, completeness %.3f, above %.0f electrons %.3f, purity %.3f%n",
                hit, marked, both / (double) hit, FAINT, brightBoth / (double) bright,
                both / (double) marked);
    }

    private static Image read(Path path) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path));
        String header = "";
        byte[] block = new byte[2880];
        do {
            file.get(block);
            header += new String(block, StandardCharsets.US_ASCII);
        } while (!header.matches("(?s).*END {77}\\s*$"));
        int bits = card(header, "BITPIX");
        int width = card(header, "NAXIS1");
        float[] pixels = new float[width * card(header, "NAXIS2")];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = bits == 8 ? file.get() : file.getFloat();
        }
        return Image.wrap(width, pixels.length / width, pixels);
    }

    private static int card(String header, String name) {
        String value = header.split(String.format("%-8s=", name), 2)[1].substring(0, 21);
        return Integer.parseInt(value.trim());
    }
}
