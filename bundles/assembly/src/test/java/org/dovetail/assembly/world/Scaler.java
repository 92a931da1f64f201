package org.dovetail.assembly.world;

import org.dovetail.task.Contract;
import org.dovetail.task.Role;
import org.dovetail.task.Setting;

/** Scales a number; all scalers have an offset. */
@Role(
        value = "scaling",
        doc = "Scales a number",
        contract = Scaler.Checked.class,
        settings = Scaler.Common.class)
public interface Scaler {

    /** What all scalers have in common. */
    @interface Common {
        @Setting(value = "What is added in the end", unit = "apple", min = 0)
        double offset() default 1;
    }

    double scale(double value);

    /** Checks nothing. */
    final class Checked implements Scaler {

        private final Scaler real;

        public Checked(Scaler real, Contract contract) {
            this.real = real;
        }

        @Override
        public double scale(double value) {
            return real.scale(value);
        }
    }
}
