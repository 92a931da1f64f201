/** Reads what is installed from component descriptions and class files. */
@NullMarked
package org.dovetail.assembly.scan;

import org.jspecify.annotations.NullMarked;
