package org.example.smoothing.binomial;

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
 * Weights neighbors by the binomial coefficients.
 *
 * <p><b>Method.</b> The weights are 1 2 1 for an order of 2, 1 4 6 4 1 for an order of 4, along the
 * rows and then along the columns. They approach a Gaussian whose variance is a quarter of the
 * order, in pixels squared.
 *
 * <p><b>Cost.</b> O(n k) time and O(n) memory for n pixels and an order of k.
 *
 * <p><b>Reference.</b> Aubury &amp; Luk (1996), J. VLSI Signal Process. 12, 35,
 * doi:10.1007/BF00936945.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("binomial")
@ServiceDescription("Weights neighbors by binomial coefficients, as 1 2 1")
public final class BinomialSmoother implements Smoother {

    /** Settings of the {@code binomial} smoother. */
    public @interface Config {
        @Setting(value = "How many neighbors on each side", unit = "pixel", min = 1, max = 30)
        int neighbors() default 1;
    }

    private final float[] weights;

    @Activate
    public BinomialSmoother(Config config) {
        int order = 2 * config.neighbors();
        weights = new float[order + 1];
        double weight = Math.pow(0.5, order);
        for (int k = 0; k <= order; k++) {
            weights[k] = (float) weight;
            weight = weight * (order - k) / (k + 1);
        }
    }

    @Override
    public Image smooth(Image image) {
        int width = image.width();
        int height = image.height();
        float[] input = image.toArray();
        float[] pixels = input.clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Float.isFinite(pixels[i]) ? pixels[i] : 0;
        }
        pixels = weight(pixels, width, height, 1, width);
        pixels = weight(pixels, height, width, width, 1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Float.isFinite(input[i]) ? pixels[i] : Float.NaN;
        }
        return Image.wrap(width, height, pixels);
    }

    /** Weights along lines of pixels that lie {@code step} apart; beyond their ends is nothing. */
    private float[] weight(float[] in, int length, int lines, int step, int stride) {
        int reach = weights.length / 2;
        float[] out = new float[in.length];
        for (int line = 0; line < lines; line++) {
            Interruption.check("smoothing");
            for (int k = 0; k < length; k++) {
                float sum = 0;
                for (int j = Math.max(-reach, -k); j <= Math.min(reach, length - 1 - k); j++) {
                    sum += weights[j + reach] * in[line * stride + (k + j) * step];
                }
                out[line * stride + k * step] = sum;
            }
        }
        return out;
    }
}
