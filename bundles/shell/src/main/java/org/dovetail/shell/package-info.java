/** Reads command lines from a person or a script and runs them in the live runtime. */
@NullMarked
package org.dovetail.shell;

import org.jspecify.annotations.NullMarked;
