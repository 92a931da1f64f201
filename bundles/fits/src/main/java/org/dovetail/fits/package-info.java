/** Storage formats for images as FITS. */
@NullMarked
package org.dovetail.fits;

import org.jspecify.annotations.NullMarked;
