package org.dovetail.assembly.world.dynamic;

import org.dovetail.assembly.world.Clock;
import org.dovetail.assembly.world.Filter;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Follows a service while it runs. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("dynamic")
public final class Dynamic implements Filter {

    @Reference(name = "clock", policy = ReferencePolicy.DYNAMIC)
    private volatile Clock clock;

    @Override
    public double filter(double value) {
        return value + clock.now();
    }

    /** Gets a service after construction. */
    @Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
    @TaskType("field")
    public static final class Field implements Filter {

        @Reference(name = "clock")
        private Clock clock;

        @Override
        public double filter(double value) {
            return value + clock.now();
        }
    }
}
