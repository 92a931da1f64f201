package org.dovetail.assembly.world.deep;

import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.world.Clock;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.assembly.world.Filter;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** Passes a number through its slots. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("chain")
public final class Chain implements Estimator {

    private final Filter first;
    private final List<Filter> more;
    private final Optional<Filter> last;
    private final Clock clock;

    @Activate
    public Chain(
            @Reference(name = "first", target = "(task.type=times)") Filter first,
            @Reference(name = "more", target = "(|(task.type=times)(task.type=times))")
                    List<Filter> more,
            @Reference(name = "last", cardinality = ReferenceCardinality.OPTIONAL)
                    Optional<Filter> last,
            @Reference(name = "clock") Clock clock) {
        this.first = first;
        this.more = more;
        this.last = last;
        this.clock = clock;
    }

    @Override
    public double estimate(double value) {
        double result = first.filter(value);
        for (Filter filter : more) {
            result = filter.filter(result);
        }
        return last.isPresent() ? last.get().filter(result) + clock.now() : result + clock.now();
    }
}
