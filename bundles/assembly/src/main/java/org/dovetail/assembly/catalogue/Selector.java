package org.dovetail.assembly.catalogue;

import java.util.Optional;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * Asks for an algorithm by name and, where it matters, by version.
 *
 * <p>Written {@code mesh}, {@code mesh@[1,2)} for a range, or {@code mesh@1.2.0} for just that
 * version.
 *
 * @param name the name of the algorithm
 * @param range the versions allowed; absent for any
 * @since 1.0
 */
public record Selector(String name, Optional<VersionRange> range) {

    /**
     * Reads a selector.
     *
     * @param text a name, optionally followed by {@code @} and a version or a range
     * @return the selector
     * @throws IllegalArgumentException with a message for a person if the text is no selector
     */
    public static Selector parse(String text) {
        int at = text.indexOf('@');
        String name = (at < 0 ? text : text.substring(0, at)).strip();
        if (name.isEmpty() || name.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("must be NAME or NAME@[1,2), was '" + text + "'");
        }
        return at < 0
                ? new Selector(name, Optional.empty())
                : new Selector(name, Optional.of(range(text.substring(at + 1).strip())));
    }

    /**
     * Asks for just one version.
     *
     * @param name the name of the algorithm
     * @param version the version
     */
    public static Selector exactly(String name, Version version) {
        return new Selector(name, Optional.of(only(version)));
    }

    private static VersionRange range(String text) {
        try {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("empty");
            }
            boolean brackets = text.startsWith("[") || text.startsWith("(");
            return brackets ? new VersionRange(text) : only(Version.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "must have a version such as 1.2.0 or a range such as [1,2) after '@', was '"
                            + text + "'",
                    e);
        }
    }

    private static VersionRange only(Version version) {
        return new VersionRange(
                VersionRange.LEFT_CLOSED, version, version, VersionRange.RIGHT_CLOSED);
    }

    /**
     * Returns whether a version is one of those asked for.
     *
     * @param version a version
     */
    public boolean allows(Version version) {
        return range.isEmpty() || range.get().includes(version);
    }

    /** Returns the selector as it is written. */
    @Override
    public String toString() {
        if (range.isEmpty()) {
            return name;
        }
        VersionRange versions = range.get();
        return name + "@" + (versions.isExact() ? versions.getLeft() : versions);
    }
}
