package org.dovetail.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface as what a role's method prepares in set-up and what then does the work.
 *
 * <p>The runtime measures its calls as calls of the slot it was prepared in; setting it up does not
 * count.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Prepared {}
