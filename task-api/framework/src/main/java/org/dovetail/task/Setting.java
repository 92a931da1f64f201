package org.dovetail.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents and limits one setting: an element of an algorithm's configuration annotation.
 *
 * <p>The type is the element's; the default is the element's. A setting without a default must be
 * given. Names are the elements' names, as written.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Setting {

    /** What the setting means, in one line. */
    String value();

    /** The unit of the value, such as {@code pixel}; empty for a pure number or a choice. */
    String unit() default "";

    /** The least value allowed, inclusive; each element's, for an array. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest value allowed, inclusive; each element's, for an array. */
    double max() default Double.POSITIVE_INFINITY;

    /** The texts allowed, for a {@code String}; empty for any. */
    String[] choices() default {};

    /**
     * What to use instead and since when, such as {@code use boxSize since 1.2; in pixels, not in
     * boxes}; empty for a setting that is not deprecated. The setting must have a default, and is
     * taken as before; whoever sets it is told.
     *
     * @since 1.1
     */
    String deprecated() default "";
}
