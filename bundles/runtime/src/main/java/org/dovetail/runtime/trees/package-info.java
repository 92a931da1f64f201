/** Live trees with a name and a history. */
@NullMarked
package org.dovetail.runtime.trees;

import org.jspecify.annotations.NullMarked;
