/** Algorithms that combine frames of the same scene into one. */
@NullMarked
package org.dovetail.plugin.combination;

import org.jspecify.annotations.NullMarked;
