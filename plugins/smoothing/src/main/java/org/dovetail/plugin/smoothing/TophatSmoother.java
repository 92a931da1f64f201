package org.dovetail.plugin.smoothing;

import java.util.Arrays;
import org.dovetail.image.Image;
import org.dovetail.role.smoothing.Smoother;
import org.dovetail.task.Interruption;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Filters with a disk: the mean of the pixels whose centers lie within a radius.
 *
 * <p><b>Method.</b> For each row, sums over runs of 1, 3, 5 … pixels; the disk is a stack of them.
 *
 * <p><b>Limits.</b> For large sources of low surface brightness; blurs stars together. Dims sources
 * at the edge, as light beyond it is taken to be 0.
 *
 * <p><b>Cost.</b> O(n radius) time for n pixels; memory for O(radius^2) rows.
 *
 * <p><b>Reference.</b> Bertin &amp; Arnouts (1996), A&amp;AS 117, 393, doi:10.1051/aas:1996164,
 * section 4.2: the filters to choose from.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("tophat")
@ServiceDescription("Mean over a disk, for sources of low surface brightness")
public final class TophatSmoother implements Smoother {

    private final int[] halfWidths;
    private final float weight;

    /** Settings of the {@code tophat} smoother. */
    public @interface Config {
        @Setting(value = "Radius of the disk", unit = "pixel", min = 1, max = 50)
        double radius() default 1.5;
    }

    /** Creates a smoother. */
    @Activate
    public TophatSmoother(Config config) {
        double radius = config.radius();
        int reach = (int) radius;
        halfWidths = new int[2 * reach + 1];
        int count = 0;
        for (int dy = -reach; dy <= reach; dy++) {
            halfWidths[dy + reach] = (int) Math.sqrt(radius * radius - dy * dy);
            count += 2 * halfWidths[dy + reach] + 1;
        }
        weight = 1f / count;
    }

    @Override
    public Image smooth(Image image) {
        int width = image.width();
        int reach = halfWidths.length / 2;
        RowWindow window = new RowWindow(image, reach);
        float[] pixels = new float[Math.multiplyExact(width, image.height())];
        float[][][] sums = new float[halfWidths.length][reach + 1][width];
        float[] left = new float[width];
        float[] right = new float[width];
        float[] out = new float[width];
        for (int next = 0; next < image.height() + reach; next++) {
            Interruption.check("filtering the image");
            int y = next - reach;
            if (y >= 0) {
                window.moveTo(y);
            }
            // Of the rows ahead, all but the last were summed on the way to earlier rows.
            widen(window.row(next), sums[next % sums.length], left, right);
            if (y >= 0) {
                stack(sums, y, reach, out);
                window.punch(y, out);
                System.arraycopy(out, 0, pixels, y * width, width);
            }
        }
        return Image.wrap(width, image.height(), pixels);
    }

    private static void widen(float[] row, float[][] sums, float[] left, float[] right) {
        System.arraycopy(row, 0, sums[0], 0, row.length);
        for (int w = 1; w < sums.length; w++) {
            RowWindow.shift(row, w, left);
            RowWindow.shift(row, -w, right);
            float[] narrow = sums[w - 1];
            float[] wide = sums[w];
            for (int x = 0; x < row.length; x++) {
                wide[x] = narrow[x] + (left[x] + right[x]);
            }
        }
    }

    private void stack(float[][][] sums, int y, int reach, float[] out) {
        Arrays.fill(out, 0);
        for (int dy = Math.max(-reach, -y); dy <= reach; dy++) {
            float[] run = sums[(y + dy) % sums.length][halfWidths[dy + reach]];
            for (int x = 0; x < out.length; x++) {
                out[x] += run[x];
            }
        }
        for (int x = 0; x < out.length; x++) {
            out[x] *= weight;
        }
    }
}
