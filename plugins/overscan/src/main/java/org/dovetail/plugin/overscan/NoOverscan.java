package org.dovetail.plugin.overscan;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import org.dovetail.image.RawAmplifier;
import org.dovetail.role.isr.OverscanCorrector;
import org.dovetail.role.isr.OverscanResult;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Leaves the data as they are, for detectors whose offset is all in the bias frame.
 *
 * <p><b>Method.</b> Level 0; the scatter is not measured.
 *
 * <p><b>Limits.</b> Drifts of the offset between bias and science frames stay in the image.
 *
 * <p><b>Cost.</b> None.
 */
@Component(configurationPolicy = REQUIRE)
@TaskType("none")
@ServiceDescription("Leaves the data as they are")
public final class NoOverscan implements OverscanCorrector {

    @Override
    public OverscanResult correct(RawAmplifier amplifier) {
        return new OverscanResult(amplifier.data(), 0, Double.NaN);
    }
}
