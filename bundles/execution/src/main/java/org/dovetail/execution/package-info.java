/** Runs a pipeline task on files: quanta, reading, writing, isolation, provenance and events. */
@Export
@Version("1.1.0")
@NullMarked
package org.dovetail.execution;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
