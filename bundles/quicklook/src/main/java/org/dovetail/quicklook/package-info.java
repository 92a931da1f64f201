/** Images as PNG, to be looked at. */
@NullMarked
package org.dovetail.quicklook;

import org.jspecify.annotations.NullMarked;
