/** Pipeline tasks that make calibration frames. */
@NullMarked
package org.dovetail.plugin.calibration;

import org.jspecify.annotations.NullMarked;
