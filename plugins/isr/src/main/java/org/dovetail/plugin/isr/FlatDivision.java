package org.dovetail.plugin.isr;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.isr.FlatCorrector;
import org.dovetail.task.Checks;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Divides by a flat field.
 *
 * <p><b>Method.</b> For a value s and a response f with variances V(s) and V(f), the quotient s/f
 * has the variance (V(s) + (s/f)^2 V(f)) / f^2. A pixel whose response is not from {@code
 * minResponse} to {@code maxResponse} is marked {@code BAD} and left as it is.
 *
 * <p><b>Limits.</b> The variance is the first order of the expansion: right where V(f) is much less
 * than f^2. Light that did not come through the pupil, fringes and ghosts are taken for response.
 *
 * <p><b>Cost.</b> One pass over the pixels.
 */
@Component(configurationPolicy = REQUIRE)
@TaskType("divide")
@ServiceDescription("Divides by a flat field, pixel by pixel")
public final class FlatDivision implements FlatCorrector {

    private final double minResponse;
    private final double maxResponse;

    /** Settings of the {@code divide} corrector. */
    public @interface Config {
        @Setting(value = "The least response at which a pixel is of use", min = 1e-6, max = 1)
        double minResponse() default 0.1;

        @Setting(value = "The greatest response at which a pixel is of use", min = 1)
        double maxResponse() default 10;
    }

    @Activate
    public FlatDivision(Config config) {
        new Checks()
                .require(
                        config.minResponse() < config.maxResponse(),
                        "minResponse must be < maxResponse, were " + config.minResponse() + " and "
                                + config.maxResponse(),
                        "minResponse",
                        "maxResponse")
                .done();
        minResponse = config.minResponse();
        maxResponse = config.maxResponse();
    }

    @Override
    public MaskedImage divide(MaskedImage image, CalibrationFrame flat) {
        return CalibrationRows.correct(image, flat, new Quotient(minResponse, maxResponse));
    }

    private record Quotient(double min, double max) implements CalibrationRows.Correction {

        @Override
        public boolean usable(float frame) {
            return frame >= min && frame <= max;
        }

        @Override
        public float value(float value, float frame) {
            return value / frame;
        }

        @Override
        public float variance(float value, float variance, float frame, float frameVariance) {
            double quotient = (double) value / frame;
            double sum = variance + quotient * quotient * frameVariance;
            return (float) (sum / ((double) frame * frame));
        }
    }
}
