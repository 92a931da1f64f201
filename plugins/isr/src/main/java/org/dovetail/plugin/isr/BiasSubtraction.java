package org.dovetail.plugin.isr;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.isr.BiasCorrector;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Subtracts a bias frame.
 *
 * <p><b>Method.</b> The difference, pixel by pixel; the variances add up.
 *
 * <p><b>Limits.</b> The noise of the bias frame is the same in every image corrected with it;
 * the variance plane cannot say so.
 *
 * <p><b>Cost.</b> One pass over the pixels.
 */
@Component(configurationPolicy = REQUIRE)
@TaskType("subtract")
@ServiceDescription("Subtracts a bias frame, pixel by pixel")
public final class BiasSubtraction implements BiasCorrector {

    @Override
    public MaskedImage subtract(MaskedImage image, CalibrationFrame bias) {
        return CalibrationRows.correct(image, bias, new Difference(1));
    }
}
