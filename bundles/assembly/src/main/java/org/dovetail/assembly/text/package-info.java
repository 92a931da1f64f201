/** Names that are nearly right. */
@NullMarked
package org.dovetail.assembly.text;

import org.jspecify.annotations.NullMarked;
