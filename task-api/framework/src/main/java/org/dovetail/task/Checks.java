package org.dovetail.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Checks in a constructor what no single setting's limits can say: settings against each other, and
 * against what fills the slots. Everything that is wrong is told at once.
 *
 * <pre>{@code
 * new Checks()
 *         .require(config.low() < config.high(),
 *                 "low must be < high, were " + config.low() + " and " + config.high(),
 *                 "low", "high")
 *         .done();
 * }</pre>
 *
 * <p>The runtime builds the whole tree before any data is touched, tells of every algorithm what its
 * checks found, and adds the values and the places (file, line and column, or option) of the settings
 * and slots that a check names.
 *
 * @since 1.1
 */
public final class Checks {

    private final List<TaskException.Mistake> mistakes = new ArrayList<>();

    /** Begins with nothing found. */
    public Checks() {}

    /**
     * Notes a mistake unless the condition holds.
     *
     * @param holds what must hold; written so that NaN does not
     * @param mistake the rule and the values that broke it, as {@code filterSize must be odd, was 4}
     * @param about the settings that the rule is about, and the slots, as {@code measurements[1]}
     * @return these checks
     */
    public Checks require(boolean holds, String mistake, String... about) {
        if (!holds) {
            mistakes.add(new TaskException.Mistake(mistake, List.of(about)));
        }
        return this;
    }

    /**
     * Does a step of set-up that may find a mistake, such as preparing what fills a slot.
     *
     * @param step the step; finds a mistake by throwing a {@code TaskException} with {@code
     *     INVALID_CONFIGURATION}, or an {@code IllegalArgumentException}
     * @param about the settings and slots that the step is about
     * @param <T> the type of the result
     * @return what the step returns; nothing if it found a mistake
     */
    public <T> Optional<T> attempt(Supplier<T> step, String... about) {
        try {
            return Optional.of(step.get());
        } catch (TaskException e) {
            if (e.code() != ErrorCode.INVALID_CONFIGURATION) {
                throw e;
            }
            mistakes.add(new TaskException.Mistake(e.getMessage(), List.of(about)));
        } catch (IllegalArgumentException e) {
            mistakes.add(new TaskException.Mistake(String.valueOf(e.getMessage()), List.of(about)));
        }
        return Optional.empty();
    }

    /**
     * Ends the checks.
     *
     * @throws TaskException with {@code INVALID_CONFIGURATION} and all mistakes, if there are any
     */
    public void done() {
        if (!mistakes.isEmpty()) {
            String all = mistakes.stream()
                    .map(TaskException.Mistake::message)
                    .collect(Collectors.joining("; "));
            throw new TaskException(ErrorCode.INVALID_CONFIGURATION, all, mistakes);
        }
    }
}
