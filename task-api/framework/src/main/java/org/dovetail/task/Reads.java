package org.dovetail.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the named parts of values that an algorithm reads, beside those that it writes: on a role for all that fill it,
 * on an algorithm for what it does beside that.
 *
 * <p>A part is its kind and its name: {@code plane CR}, {@code card SKYLEVEL}, {@code column flux}. A
 * name may end in {@code *}. What has the algorithm in a slot may do the same, unless all parts of a
 * kind are declared, as {@code plane *}. {@code plane ${ignoredPlanes}} stands for the planes that the setting {@code ignoredPlanes}
 * names. What the caller names in an argument needs no declaration, nor does a column that a
 * measurement adds or asks for in set-up.
 *
 * <p>Guard mode holds algorithms to it.
 *
 * @since 1.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Reads {

    /** The parts. */
    String[] value();
}
