/** Measurements of sources: positions, shapes, fluxes and flags. */
@NullMarked
package org.dovetail.plugin.measurement;

import org.jspecify.annotations.NullMarked;
