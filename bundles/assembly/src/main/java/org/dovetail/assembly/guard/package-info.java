/** Names who reads or writes a part of a value that it did not declare. */
@NullMarked
package org.dovetail.assembly.guard;

import org.jspecify.annotations.NullMarked;
