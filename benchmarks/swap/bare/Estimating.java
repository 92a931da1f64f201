package org.dovetail.benchmarks.swap.bare;

import java.util.Hashtable;
import java.util.function.Supplier;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.background.polynomial.PolynomialBackground;
import org.dovetail.task.Configs;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Offers the plugin by hand: a service that estimates a background and tells its version. */
public final class Estimating implements BundleActivator {

    private static final int SIZE = 64;

    @Override
    public void start(BundleContext context) {
        String version = context.getBundle().getVersion().toString();
        PolynomialBackground background =
                new PolynomialBackground(Configs.of(PolynomialBackground.Config.class));
        Supplier<String> service = () -> {
            float[] pixels = new float[SIZE * SIZE];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = 100 + i % SIZE + i * 31 % 7;
            }
            double level = background
                    .estimate(MaskedImage.of(Image.wrap(SIZE, SIZE, pixels)))
                    .meanLevel();
            return level > 0 ? version : "no level";
        };
        context.registerService(Supplier.class, service, new Hashtable<>());
    }

    @Override
    public void stop(BundleContext context) {} // the framework withdraws the service
}
