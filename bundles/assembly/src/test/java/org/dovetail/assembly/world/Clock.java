package org.dovetail.assembly.world;

/** A service of the platform: no role. */
public interface Clock {

    long now();
}
