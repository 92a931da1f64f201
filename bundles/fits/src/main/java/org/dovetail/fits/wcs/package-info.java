/** Sky coordinates in FITS headers. */
@NullMarked
package org.dovetail.fits.wcs;

import org.jspecify.annotations.NullMarked;
