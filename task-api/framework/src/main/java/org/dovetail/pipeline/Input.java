package org.dovetail.pipeline;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a component of an input record as a dataset.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Input {

    /** The dataset type, in lower case with hyphens; also the option that gives it a file. */
    String value();

    /** What the dataset is, in one line. */
    String doc();

    /** Whether a run's plain file arguments are datasets of this component. */
    boolean primary() default false;
}
