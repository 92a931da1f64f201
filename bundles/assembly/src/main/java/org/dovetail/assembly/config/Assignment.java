package org.dovetail.assembly.config;

/**
 * A layer's say on one value.
 *
 * @param value the value: a setting in its Java type, or the {@code Selector}s of a slot's selection
 *     as text
 * @param origin where it came from
 * @since 1.0
 */
public record Assignment(Object value, Origin origin) {}
