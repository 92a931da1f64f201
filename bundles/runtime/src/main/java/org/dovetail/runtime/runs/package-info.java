/** Runs in the background. */
@NullMarked
package org.dovetail.runtime.runs;

import org.jspecify.annotations.NullMarked;
