/** Header and data units: the layout of FITS files, without meaning. */
@NullMarked
package org.dovetail.fits.hdu;

import org.jspecify.annotations.NullMarked;
