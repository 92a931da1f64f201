/** Catalogues in FITS binary tables. */
@NullMarked
package org.dovetail.fits.table;

import org.jspecify.annotations.NullMarked;
