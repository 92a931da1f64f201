/** The only code that knows STIL; its classes are loaded when a table is read or written. */
@NullMarked
package org.dovetail.tables.stil;

import org.jspecify.annotations.NullMarked;
