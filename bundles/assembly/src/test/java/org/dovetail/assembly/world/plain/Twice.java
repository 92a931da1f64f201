package org.dovetail.assembly.world.plain;

import org.dovetail.assembly.world.Filter;
import org.dovetail.assembly.world.Record;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.propertytypes.ServiceDescription;
import org.slf4j.MDC;

/** Multiplies; may be slow, may fail. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("times")
@ServiceDescription("Multiplies by a factor")
public final class Twice implements Filter, AutoCloseable {

    private final Config config;

    public @interface Config {
        @Setting(value = "What to multiply with", unit = "apple", min = -10, max = 10)
        double factor() default 2;

        @Setting("How long a call takes, in milliseconds")
        int delay() default 0;

        @Setting(
                value = "What a call does",
                choices = {"multiply", "fail", "log"})
        String mode() default "multiply";

        int[] whole() default {1, 2};

        String[] texts() default {"a"};

        double[] none() default {};

        boolean flag() default true;

        long large() default 5_000_000_000L;
    }

    @Activate
    public Twice(Config config) {
        if (config.factor() == 0) {
            throw new IllegalArgumentException("factor must not be 0");
        }
        if (config.factor() == -1) {
            throw new IllegalStateException("a bug");
        }
        this.config = config;
        Record.EVENTS.add("open " + config.factor());
    }

    @Override
    public double filter(double value) {
        if (config.mode().equals("fail")) {
            throw new UnsupportedOperationException("as asked");
        }
        if (config.mode().equals("log")) {
            Record.EVENTS.add("path " + MDC.get("path"));
        }
        if (config.delay() > 0) {
            sleep();
        }
        return new Product(value, config.factor()).value(); // loads one more class
    }

    private void sleep() {
        try {
            Thread.sleep(config.delay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Product(double a, double b) {
        double value() {
            return a * b;
        }
    }

    @Override
    public void close() {
        Record.EVENTS.add("close " + config.factor());
    }
}
