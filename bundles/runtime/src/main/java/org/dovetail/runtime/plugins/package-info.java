/** Installs sets of plugins, takes them away, and follows a folder of them. */
@NullMarked
package org.dovetail.runtime.plugins;

import org.jspecify.annotations.NullMarked;
