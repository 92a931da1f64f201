package org.dovetail.benchmarks.swap.answer;

/** Passes on what fills its slot answers; the root of the smallest tree with a slot. */
public final class Asking implements Answerer {

    private final Answerer other;

    public Asking(Answerer other) {
        this.other = other;
    }

    @Override
    public String answer() {
        return other.answer();
    }
}
