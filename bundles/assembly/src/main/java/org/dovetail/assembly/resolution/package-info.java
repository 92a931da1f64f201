/** Reads layers of configuration and resolves them against what is installed. */
@NullMarked
package org.dovetail.assembly.resolution;

import org.jspecify.annotations.NullMarked;
