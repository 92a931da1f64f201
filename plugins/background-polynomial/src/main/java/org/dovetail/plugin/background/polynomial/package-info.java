/** Background as a polynomial of low order. */
@NullMarked
package org.dovetail.plugin.background.polynomial;

import org.jspecify.annotations.NullMarked;
