package org.dovetail.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface as a role: something that algorithms fill and that a slot asks for.
 *
 * <p>A role works on whole images, frames or catalogues, never on one pixel or one source: every
 * call of a slot is timed and may be checked.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Role {

    /** The name by which people ask for the role, in lower case with hyphens. */
    String value();

    /** What the role does, in one line. */
    String doc();

    /**
     * The executable contract: a class that implements the role, with a public constructor {@code
     * (R real, Contract contract)}, that checks what goes in and what comes out of {@code real}.
     */
    Class<?> contract();

    /** Whether an algorithm that does nothing may fill the role. */
    boolean permitsNone() default false;

    /**
     * The settings that all algorithms of the role have in common: an annotation type whose elements
     * have defaults, in the package of the role. A configuration has them in the slot itself, beside
     * {@code use}, so that selecting another algorithm does not touch them. An algorithm that uses
     * them takes an instance in its constructor, beside that of its own settings.
     *
     * @since 1.1
     */
    Class<?> settings() default void.class;
}
