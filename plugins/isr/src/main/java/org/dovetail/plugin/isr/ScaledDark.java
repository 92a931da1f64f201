package org.dovetail.plugin.isr;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.isr.DarkCorrector;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Subtracts a dark frame times the time in which dark current was collected.
 *
 * <p><b>Method.</b> The difference, pixel by pixel; the variance of the dark frame is added, times
 * the square of the time.
 *
 * <p><b>Limits.</b> Dark current is taken to grow in proportion to time and not to depend on
 * temperature. The noise of the dark frame is the same in every image corrected with it.
 *
 * <p><b>Cost.</b> One pass over the pixels.
 */
@Component(configurationPolicy = REQUIRE)
@TaskType("scaled")
@ServiceDescription("Subtracts a dark frame, scaled by dark time")
public final class ScaledDark implements DarkCorrector {

    @Override
    public MaskedImage subtract(MaskedImage image, CalibrationFrame dark, double darkSeconds) {
        return CalibrationRows.correct(image, dark, new Difference(darkSeconds));
    }
}
