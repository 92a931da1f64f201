package org.dovetail.assembly.world;

import org.dovetail.task.Role;

/** Makes a number of a number. */
@Role(value = "estimation", doc = "Makes a number of a number", contract = EstimatorContract.class)
public interface Estimator {

    double estimate(double value);
}
