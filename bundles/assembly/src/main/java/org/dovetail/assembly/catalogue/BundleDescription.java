package org.dovetail.assembly.catalogue;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/**
 * The bundle that an algorithm comes from.
 *
 * @since 1.0
 */
public final class BundleDescription {

    private final String symbolicName;
    private final Version version;
    private final long id;
    private final long modified;
    private final Supplier<String> digestSource;
    private @Nullable String digest;

    /**
     * Describes a bundle.
     *
     * @param symbolicName the symbolic name
     * @param version the version
     * @param id the identifier in the framework
     * @param modified when the bundle was last installed or updated
     * @param digest computes the SHA-256 when it is first asked for
     */
    public BundleDescription(
            String symbolicName, Version version, long id, long modified, Supplier<String> digest) {
        this.symbolicName = symbolicName;
        this.version = version;
        this.id = id;
        this.modified = modified;
        this.digestSource = digest;
    }

    /** Returns the symbolic name. */
    public String symbolicName() {
        return symbolicName;
    }

    /** Returns the version. */
    public Version version() {
        return version;
    }

    /** Returns the identifier in the framework. */
    public long id() {
        return id;
    }

    /** Returns when the bundle was last installed or updated, in milliseconds since 1970. */
    public long modified() {
        return modified;
    }

    /**
     * Returns the SHA-256 of the names and bytes of the bundle's entries, in hexadecimal: the same
     * wherever and however it is installed.
     */
    public synchronized String digest() {
        String known = digest;
        if (known == null) {
            known = digestSource.get();
            digest = known;
        }
        return known;
    }

    /** Returns whether both are the same bundle in the same state. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BundleDescription that
                && id == that.id
                && modified == that.modified
                && symbolicName.equals(that.symbolicName)
                && version.equals(that.version);
    }

    @Override
    public int hashCode() {
        return 31 * symbolicName.hashCode() + Long.hashCode(id);
    }

    /** Returns name and version, as {@code org.example.mesh@1.0.0}. */
    @Override
    public String toString() {
        return symbolicName + "@" + version;
    }
}
