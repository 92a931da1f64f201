package org.dovetail.pipeline;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a component of an output record as a dataset.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Output {

    /** The dataset type, in lower case with hyphens; also part of the file's name. */
    String value();

    /** What the dataset is, in one line. */
    String doc();
}
