package org.dovetail.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What an algorithm must do that is made of others: call what was put into its slots, and make
 * nothing behind the back of whoever configures it.
 *
 * @param <R> the role
 */
public interface CompositeTests<R> extends RoleTests<R> {

    /** Returns the composite to test, made with counted slots. */
    Slots<? extends R> slots();

    /**
     * Returns the names of the slots that the {@link #calls} need not use: those whose call depends
     * on a setting or on what is given.
     */
    default Set<String> conditionalSlots() {
        return Set.of();
    }

    @Test
    default void everySlotIsCalled() {
        Slots<? extends R> slots = slots();
        assertNotEquals(Set.of(), slots.names(), "a composite has slots");
        calls().forEach(call -> call.on(slots.composite()).get());
        Set<String> bypassed = slots.uncalled();
        bypassed.removeAll(conditionalSlots());
        assertEquals(Set.of(), bypassed, "slots that are never called");
    }
}
