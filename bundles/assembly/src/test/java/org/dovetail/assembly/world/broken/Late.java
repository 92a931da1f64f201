package org.dovetail.assembly.world.broken;

import java.util.Map;
import org.dovetail.assembly.world.Filter;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;

/** Wants to be told when it is deactivated. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("late")
public final class Late implements Filter {

    @Deactivate
    void deactivate() {}

    @Override
    public double filter(double value) {
        return value;
    }

    /** Takes its settings as a map. */
    @Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
    @TaskType("map")
    public static final class OfMap implements Filter {

        @Activate
        public OfMap(Map<String, Object> settings) {}

        @Override
        public double filter(double value) {
            return value;
        }
    }

    /** Is no algorithm. */
    @Component(service = Runnable.class)
    @TaskType("no-role")
    public static final class NoRole implements Runnable {

        @Override
        public void run() {}
    }

    /** Has no name. */
    @Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
    public static final class NoName implements Filter {

        @Override
        public double filter(double value) {
            return value;
        }
    }
}
