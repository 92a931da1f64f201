package org.dovetail.benchmarks.swap.answer;

import org.dovetail.task.Contract;

/** Expects an answer that says something. */
public final class AnswererContract implements Answerer {

    private final Answerer real;
    private final Contract contract;

    public AnswererContract(Answerer real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public String answer() {
        String answer = real.answer();
        contract.ensure(!answer.isBlank(), () -> "its answer is empty");
        return answer;
    }
}
