package org.dovetail.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Role;
import org.dovetail.task.TaskException;

/**
 * What is known to be wrong in algorithms of one role, and what finds it.
 *
 * @param <R> the role
 */
final class MutantTable<R> {

    private static final String[] NONE = {};

    private final Class<R> role;
    private final BiFunction<R, Contract, R> contract;
    private final List<Mutant<R>> mutants = new ArrayList<>();
    private BiFunction<R, Supplier<Fault>, R> lift;
    private Supplier<R> right = () -> {
        throw new IllegalStateException("the table has no right algorithm");
    };
    private Class<?> kit = Object.class;
    private Optional<None> none = Optional.empty();
    private String whyNone = "";
    private Consumer<R> call = algorithm -> {};

    /**
     * An algorithm that does nothing.
     *
     * @param algorithm makes it
     * @param kit the class that runs its tests
     */
    record None(Supplier<?> algorithm, Class<?> kit) {}

    private MutantTable(Class<R> role, BiFunction<R, Contract, R> contract) {
        this.role = role;
        this.contract = contract;
        lift = (algorithm, faults) -> Fault.around(role, algorithm, faults);
    }

    /** Starts a table. */
    static <R> MutantTable<R> of(Class<R> role, BiFunction<R, Contract, R> contract) {
        return new MutantTable<>(role, contract);
    }

    /** Sets what makes a right algorithm. */
    MutantTable<R> right(Supplier<R> algorithm) {
        right = algorithm;
        return this;
    }

    /** Sets the class that runs the role's tests on the {@link Subject}. */
    MutantTable<R> kit(Class<?> tests) {
        kit = tests;
        return this;
    }

    /** Says which algorithm does nothing, what for, and which tests it must pass. */
    MutantTable<R> mayBeNone(Supplier<R> algorithm, Class<?> tests, String why) {
        none = Optional.of(new None(algorithm, tests));
        whyNone = why;
        return this;
    }

    /** Says why no algorithm may do nothing. */
    MutantTable<R> mayNotBeNone(String why) {
        whyNone = why;
        return this;
    }

    /** Sets the call that is made in strict mode. */
    MutantTable<R> call(Consumer<R> strict) {
        call = strict;
        return this;
    }

    /** Sets how a fault gets around what works, where that is not the role itself. */
    MutantTable<R> lift(BiFunction<R, Supplier<Fault>, R> lifted) {
        lift = lifted;
        return this;
    }

    /** Adds a mutant made of a right algorithm. */
    MutantTable<R> mutant(Flaw flaw, String name, UnaryOperator<R> spoil, Killer killer) {
        return mutant(flaw, name, spoil, killer, call);
    }

    /** Adds a mutant that shows its fault in a call of its own. */
    MutantTable<R> mutant(
            Flaw flaw, String name, UnaryOperator<R> spoil, Killer killer, Consumer<R> shown) {
        mutants.add(new Mutant.Wrong<>(flaw, name, spoil, shown, killer));
        return this;
    }

    /** Adds a mutant with a fault that any algorithm may have. */
    MutantTable<R> fault(Flaw flaw, String name, Supplier<Fault> fault, Killer killer) {
        return mutant(flaw, name, algorithm -> around(algorithm, fault), killer);
    }

    /** Says why no algorithm of the role can have a fault. */
    MutantTable<R> excluded(Flaw flaw, String reason) {
        mutants.add(new Mutant.Excluded<>(flaw, reason));
        return this;
    }

    /** Adds the mutants whose fault has nothing to do with the role. */
    MutantTable<R> common() {
        return fault(
                        Flaw.RETURNS_NULL,
                        "returns null",
                        Faults::returnsNull,
                        Killer.statement("the result is null"))
                .failures()
                .threads();
    }

    /** Adds the mutants that leave threads behind, or let them get at each other's values. */
    MutantTable<R> threads() {
        return fault(
                        Flaw.LEAKS_THREAD,
                        "leaves a thread behind",
                        Faults::leavesAThreadBehind,
                        Killer.tests("noThreadIsLeftBehind"))
                .fault(
                        Flaw.DEPENDS_ON_THREADS,
                        "keeps its arguments in a field",
                        Faults::keepsItsArgumentsInAField,
                        Killer.tests("threadsGetTheSameAnswers"));
    }

    /** Adds the mutants that fail in a way that no role declares. */
    MutantTable<R> failures() {
        RuntimeException state = new IllegalStateException("no such box");
        RuntimeException absent = new NullPointerException("row");
        RuntimeException disk = new TaskException(ErrorCode.UNWRITABLE_OUTPUT, "the disk is full");
        return fault(
                        Flaw.UNDECLARED_FAILURE,
                        "throws IllegalStateException",
                        () -> Faults.fails(state),
                        Killer.statement("it failed with java.lang.IllegalStateException"))
                .fault(
                        Flaw.UNDECLARED_FAILURE,
                        "throws NullPointerException",
                        () -> Faults.fails(absent),
                        Killer.statement("it failed with java.lang.NullPointerException"))
                .fault(
                        Flaw.UNDECLARED_FAILURE,
                        "fails with a code that the role does not declare",
                        () -> Faults.fails(disk),
                        Killer.statement("it failed with UNWRITABLE_OUTPUT, which its role does not"
                                + " declare"));
    }

    /** Adds the mutants that take no notice of an interruption, or keep it to themselves. */
    MutantTable<R> interruption() {
        return fault(
                        Flaw.IGNORES_INTERRUPTION,
                        "works on when it is interrupted",
                        Faults::takesNoNoticeOfInterruption,
                        Killer.tests("interruptionEndsTheWork"))
                .fault(
                        Flaw.IGNORES_INTERRUPTION,
                        "keeps the interruption from its caller",
                        Faults::keepsTheInterruptionFromItsCaller,
                        Killer.tests("interruptionEndsTheWork"));
    }

    /** Adds the mutant that gives its first answer again. */
    MutantTable<R> memory(String... moreTests) {
        return fault(
                Flaw.DEPENDS_ON_CALLS,
                "gives its first answer again",
                Faults::givesItsFirstAnswerAgain,
                Killer.tests(and(moreTests, "callsBeforeDoNotMatter", "threadsGetTheSameAnswers")));
    }

    /** Adds the mutant that writes to its result at the next call. */
    MutantTable<R> buffers(String... moreTests) {
        return fault(
                Flaw.CHANGES_RESULT_LATER,
                "gives out its buffers",
                Faults::givesOutItsBuffers,
                Killer.tests(and(moreTests, "resultsDoNotChangeLater")));
    }

    private static String[] and(String[] some, String... others) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(others));
        return all.toArray(NONE);
    }

    Optional<None> none() {
        return none;
    }

    String whyNone() {
        return whyNone;
    }

    /** Returns the name by which people ask for the role. */
    String name() {
        return role.getAnnotation(Role.class).value();
    }

    Class<R> role() {
        return role;
    }

    Class<?> kit() {
        return kit;
    }

    Consumer<R> call() {
        return call;
    }

    List<Mutant<R>> mutants() {
        return mutants;
    }

    /** Puts a fault around an algorithm. */
    R around(R algorithm, Supplier<Fault> fault) {
        return lift.apply(algorithm, fault);
    }

    /** Returns a right algorithm. */
    R right() {
        return right.get();
    }

    /** Puts the role's contract around an algorithm, as strict mode does. */
    R strict(R algorithm, String subject) {
        return contract.apply(algorithm, new Contract(subject));
    }
}
