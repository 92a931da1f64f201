/** Tasks whose inputs and outputs are typed datasets, so that plans and files follow from types. */
@Export
@Version("2.0.0")
@NullMarked
package org.dovetail.pipeline;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
