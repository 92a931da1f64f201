package org.dovetail.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Names an algorithm. Users' configurations depend on the name, so it outlives the class name.
 *
 * <p>Stands beside {@code @Component} and becomes the component property {@code task.type}.
 *
 * @since 1.0
 */
@Documented
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TaskType {

    /** The name, in lower case with hyphens, unique within the role. */
    String value();
}
