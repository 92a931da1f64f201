package org.dovetail.assembly.world.careful;

import java.util.List;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.assembly.world.Filter;
import org.dovetail.task.Checks;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** Refuses settings that do not go together, and a filter that does not go with them. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("gate")
public final class Gate implements Estimator {

    private final double threshold;
    private final Filter first;

    public @interface Config {
        @Setting("What the first filter must let pass")
        double threshold() default 1;

        @Setting("More than the threshold")
        double width() default 2;
    }

    @Activate
    public Gate(
            Config config,
            @Reference(name = "first", target = "(task.type=clamp)") Filter first,
            @Reference(
                            name = "more",
                            target = "(task.type=clamp)",
                            cardinality = ReferenceCardinality.AT_LEAST_ONE)
                    List<Filter> more) {
        threshold = config.threshold();
        this.first = first;
        Checks checks = new Checks();
        checks.require(
                config.width() > threshold,
                "width must be > threshold, was " + config.width(),
                "width",
                "threshold");
        checks.attempt(() -> first.filter(threshold), "first")
                .ifPresent(passed -> checks.require(
                        passed == threshold,
                        "first must let the threshold pass, but makes " + passed + " of it",
                        "first",
                        "threshold"));
        checks.done();
    }

    @Override
    public double estimate(double value) {
        return first.filter(value) - threshold;
    }
}
