/** Apache Parquet, as far as a flat table of numbers needs it. */
@NullMarked
package org.dovetail.tables.parquet;

import org.jspecify.annotations.NullMarked;
