/** Finds the traces of cosmic rays. */
@NullMarked
package org.dovetail.plugin.cosmicrays;

import org.jspecify.annotations.NullMarked;
