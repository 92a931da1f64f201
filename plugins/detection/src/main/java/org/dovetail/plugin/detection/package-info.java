/** Detection of sources above a threshold. */
@NullMarked
package org.dovetail.plugin.detection;

import org.jspecify.annotations.NullMarked;
