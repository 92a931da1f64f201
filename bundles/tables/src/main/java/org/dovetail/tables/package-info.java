/** Storage formats for catalogues. */
@NullMarked
package org.dovetail.tables;

import org.jspecify.annotations.NullMarked;
