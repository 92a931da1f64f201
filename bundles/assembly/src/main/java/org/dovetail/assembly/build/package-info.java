/** Builds nodes, shares them between generations and takes them apart. */
@NullMarked
package org.dovetail.assembly.build;

import org.jspecify.annotations.NullMarked;
