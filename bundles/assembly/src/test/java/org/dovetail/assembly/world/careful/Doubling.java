package org.dovetail.assembly.world.careful;

import org.dovetail.assembly.world.Scaler;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** Doubles, some times; takes settings of its own and those of its role. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("doubling")
public final class Doubling implements Scaler {

    private final int times;
    private final double offset;

    public @interface Config {
        @Setting("How often")
        int times() default 1;
    }

    @Activate
    public Doubling(Config config, Scaler.Common common) {
        times = config.times();
        offset = common.offset();
    }

    @Override
    public double scale(double value) {
        return value * Math.pow(2, times) + offset;
    }
}
