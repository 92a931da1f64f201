/** Where the amplifiers of a camera are: from headers, from camera files, from both. */
@NullMarked
package org.dovetail.fits.camera;

import org.jspecify.annotations.NullMarked;
