package org.dovetail.assembly.world;

import org.dovetail.task.Contract;

/** Numbers in and out are finite. */
public final class EstimatorContract implements Estimator {

    private final Estimator real;
    private final Contract contract;

    public EstimatorContract(Estimator real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public double estimate(double value) {
        contract.require(Double.isFinite(value), () -> "value must be finite, was " + value);
        double result = real.estimate(value);
        contract.ensure(Double.isFinite(result), () -> "result must be finite, was " + result);
        return result;
    }
}
