package org.dovetail.data;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A value that says itself what its content is, for a {@link ContentDigest}.
 *
 * <p>Records, lists, texts, numbers and arrays of numbers need not: a digest knows them.
 *
 * @since 1.0
 */
@ConsumerType
public interface Digestible {

    /**
     * Adds everything that makes this value differ from another of its class, in a fixed order.
     *
     * @param digest where to add it
     */
    void digestTo(ContentDigest digest);
}
