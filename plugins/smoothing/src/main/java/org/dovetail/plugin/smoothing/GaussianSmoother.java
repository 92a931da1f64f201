package org.dovetail.plugin.smoothing;

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
 * Filters with a Gaussian, sampled at the centers of pixels and cut to a square.
 *
 * <p><b>Method.</b> Weights {@code 2^(-4 r^2 / fwhm^2)} at the distance r, divided by their sum;
 * along y first, then along x. With {@code fwhm = 2} and {@code radius = 1} the weights are
 * SExtractor's {@code default.conv}: 1 2 1, 2 4 2, 1 2 1, divided by 16.
 *
 * <p><b>Limits.</b> Sampling widens a Gaussian of less than about 2 pixels; a radius of less than
 * about the full width cuts its wings. Dims sources at the edge, as light beyond it is taken to be 0.
 *
 * <p><b>Cost.</b> O(n radius) time for n pixels; memory for some rows.
 *
 * <p><b>Reference.</b> Irwin (1985), MNRAS 214, 575, doi:10.1093/mnras/214.4.575: the filter of the
 * shape of a star finds the faintest stars. Checked against SExtractor 2.25.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("gaussian")
@ServiceDescription("Gaussian filter; by default the one of SExtractor")
public final class GaussianSmoother implements Smoother {

    private final float[] weights;

    /** Settings of the {@code gaussian} smoother. */
    public @interface Config {
        @Setting(value = "Full width at half maximum", unit = "pixel", min = 0.1, max = 100)
        double fwhm() default 2;

        @Setting(
                value = "Reach of the filter each way; 0 for half the full width, rounded up",
                unit = "pixel",
                min = 0,
                max = 200)
        int radius() default 0;
    }

    /** Creates a smoother. */
    @Activate
    public GaussianSmoother(Config config) {
        int radius = config.radius() > 0 ? config.radius() : (int) Math.ceil(config.fwhm() / 2);
        double[] profile = new double[radius + 1];
        double sum = 0;
        for (int i = 0; i <= radius; i++) {
            profile[i] = Math.pow(2, -4.0 * i * i / (config.fwhm() * config.fwhm()));
            sum += i == 0 ? profile[i] : 2 * profile[i];
        }
        weights = new float[radius + 1];
        for (int i = 0; i <= radius; i++) {
            weights[i] = (float) (profile[i] / sum);
        }
    }

    @Override
    public Image smooth(Image image) {
        int width = image.width();
        int reach = weights.length - 1;
        RowWindow window = new RowWindow(image, reach);
        float[] pixels = new float[Math.multiplyExact(width, image.height())];
        float[] column = new float[width];
        float[] left = new float[width];
        float[] right = new float[width];
        float[] out = new float[width];
        for (int y = 0; y < image.height(); y++) {
            Interruption.check("filtering the image");
            window.moveTo(y);
            float[] center = window.row(y);
            start(center, window.row(y - 1), window.row(y + 1), column);
            for (int i = 2; i <= reach; i++) {
                add(window.row(y - i), window.row(y + i), weights[i], column);
            }
            RowWindow.shift(column, 1, left);
            RowWindow.shift(column, -1, right);
            start(column, left, right, out);
            for (int i = 2; i <= reach; i++) {
                RowWindow.shift(column, i, left);
                RowWindow.shift(column, -i, right);
                add(left, right, weights[i], out);
            }
            window.punch(y, out);
            System.arraycopy(out, 0, pixels, y * width, width);
        }
        return Image.wrap(width, image.height(), pixels);
    }

    // Rows indexed by the same x: neighbors by index would keep the loops off vectors.
    private void start(float[] center, float[] before, float[] after, float[] into) {
        float middle = weights[0];
        float side = weights[1];
        for (int x = 0; x < into.length; x++) {
            into[x] = center[x] * middle + (before[x] + after[x]) * side;
        }
    }

    private static void add(float[] before, float[] after, float weight, float[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] += (before[x] + after[x]) * weight;
        }
    }
}
