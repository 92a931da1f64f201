/** What an algorithm and its users agree on: roles, settings, slots, contracts and failures. */
@Export
@Version("1.1.0")
@NullMarked
package org.dovetail.task;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
