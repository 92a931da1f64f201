/** Extraction of sources from calibrated exposures. */
@NullMarked
package org.dovetail.plugin.extraction;

import org.jspecify.annotations.NullMarked;
