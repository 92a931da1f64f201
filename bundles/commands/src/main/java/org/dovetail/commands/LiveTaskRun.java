package org.dovetail.commands;

import org.dovetail.execution.Cancellation;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.RunListener;
import org.dovetail.execution.RunPlan;
import org.dovetail.execution.RunResult;
import org.dovetail.runtime.LiveRun;
import org.dovetail.runtime.Runs;

/**
 * A run of a command line that goes on behind it.
 *
 * @param run holds the lease
 * @param plan what it does
 */
record LiveTaskRun(TaskRun run, RunPlan plan) implements Runs.Work {

    /** Begins a run and tells its number. */
    static int begin(RunOrder order, Live live, Session session) {
        LiveRun begun = live.runs().start(holder -> {
            TaskRun run = TaskRun.prepare(order, session, holder);
            try {
                return new LiveTaskRun(run, run.plan());
            } catch (RuntimeException e) {
                run.close();
                throw e;
            }
        });
        session.out()
                .println("run " + begun.number() + ": " + begun.name()
                        + (begun.generation() > 0 ? ", generation " + begun.generation() : ""));
        return ExitCode.OK.code();
    }

    @Override
    public String name() {
        return run.name();
    }

    @Override
    public int generation() {
        return run.generation();
    }

    @Override
    public RunResult run(RunListener listener, Cancellation cancellation) {
        return run.run(plan, listener, cancellation);
    }

    @Override
    public void close() {
        run.close();
    }
}
