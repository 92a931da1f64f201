/** The SLF4J provider of the process: one line for each event, on stderr. */
@NullMarked
package org.dovetail.launcher.logging;

import org.jspecify.annotations.NullMarked;
