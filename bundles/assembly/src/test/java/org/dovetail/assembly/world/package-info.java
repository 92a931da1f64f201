/** Roles for tests. */
@NullMarked
package org.dovetail.assembly.world;

import org.jspecify.annotations.NullMarked;
