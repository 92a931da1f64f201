package org.dovetail.assembly.world.broken;

import org.dovetail.assembly.world.Filter;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** Has a default out of its range. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("bad-setting")
public final class BadSetting implements Filter {

    public @interface Config {
        @Setting(value = "Size", max = 3)
        int size() default 7;
    }

    @Activate
    public BadSetting(Config config) {}

    @Override
    public double filter(double value) {
        return value;
    }
}
