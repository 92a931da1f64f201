/** Filters that sources are looked for with. */
@NullMarked
package org.dovetail.plugin.smoothing;

import org.jspecify.annotations.NullMarked;
