package org.dovetail.shell;

import org.apache.felix.service.command.Converter;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Lets the framework's commands take bundles by their numbers, as in {@code felix:uninstall 42}.
 *
 * @param context finds the bundles
 */
record BundleIds(BundleContext context) implements Converter {

    @Override
    public @Nullable Object convert(Class<?> wanted, Object given) {
        String text = given.toString();
        return wanted == Bundle.class && text.matches("\\d{1,18}")
                ? context.getBundle(Long.parseLong(text))
                : null; // which leaves it to others
    }

    @Override
    public @Nullable CharSequence format(Object given, int level, Converter others) {
        return null;
    }
}
