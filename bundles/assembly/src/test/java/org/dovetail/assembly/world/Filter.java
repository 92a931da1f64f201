package org.dovetail.assembly.world;

import org.dovetail.task.Contract;
import org.dovetail.task.Role;

/** Changes a number. */
@Role(
        value = "filter",
        doc = "Changes a number",
        contract = Filter.Checked.class,
        permitsNone = true)
public interface Filter {

    double filter(double value);

    /** Checks nothing. */
    final class Checked implements Filter {

        private final Filter real;

        public Checked(Filter real, Contract contract) {
            this.real = real;
        }

        @Override
        public double filter(double value) {
            return real.filter(value);
        }
    }
}
