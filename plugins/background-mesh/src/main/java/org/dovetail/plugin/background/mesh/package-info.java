/** Background on a mesh, interpolated by bicubic splines. */
@NullMarked
package org.dovetail.plugin.background.mesh;

import org.jspecify.annotations.NullMarked;
