package org.dovetail.benchmarks.swap.answer;

import org.dovetail.task.Role;

/** The least that a plugin can do: it answers with its version. */
@Role(value = "answerer", doc = "Answers with a version", contract = AnswererContract.class)
public interface Answerer {

    /** Returns the version of what answers. */
    String answer();
}
