package org.dovetail.plugin.cosmicrays;

import org.dovetail.image.Mask;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.repair.CosmicRayRejector;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Looks for no cosmic rays.
 *
 * <p><b>Method.</b> Returns the marks of the image.
 *
 * <p><b>Limits.</b> For short exposures, or where several exposures will be combined.
 *
 * <p><b>Cost.</b> None.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("none")
@ServiceDescription("Looks for no cosmic rays")
public final class NoRejector implements CosmicRayRejector {

    @Override
    public Mask find(MaskedImage image) {
        return image.mask();
    }
}
