/** The host of the runtime: starts a framework in this process and hands a command line to it. */
@NullMarked
package org.dovetail.launcher;

import org.jspecify.annotations.NullMarked;
