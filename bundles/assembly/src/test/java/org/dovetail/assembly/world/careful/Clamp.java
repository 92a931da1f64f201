package org.dovetail.assembly.world.careful;

import org.dovetail.assembly.world.Filter;
import org.dovetail.task.Checks;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** Keeps numbers between two others; has a setting that it would rather not have. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("clamp")
public final class Clamp implements Filter {

    private final double low;
    private final double high;

    public @interface Config {
        @Setting("The least result")
        double low() default 0;

        @Setting("The greatest result")
        double high() default 1;

        @Setting(
                value = "The greatest result, as a percentage; 0 for none",
                deprecated = "use high since 1.1; a number, not a percentage")
        double percent() default 0;
    }

    @Activate
    public Clamp(Config config) {
        new Checks()
                .require(
                        config.low() < config.high(),
                        "low must be < high, were " + config.low() + " and " + config.high(),
                        "low",
                        "high")
                .require(
                        config.percent() <= 100,
                        "percent must be at most 100, was " + config.percent(),
                        "percent")
                .done();
        low = config.low();
        high = config.percent() > 0 ? config.percent() / 100 : config.high();
    }

    @Override
    public double filter(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
