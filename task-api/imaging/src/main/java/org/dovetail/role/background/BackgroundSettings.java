package org.dovetail.role.background;

import org.dovetail.task.Setting;

/**
 * What all background estimators can be told: which pixels say nothing of the sky is a matter of the
 * image, not of the method.
 *
 * @since 1.1
 */
public @interface BackgroundSettings {

    /** Names of mask planes. */
    @Setting("Mask planes whose pixels are left out")
    String[] ignoredPlanes() default {"BAD", "SAT", "CR", "NO_DATA"};
}
