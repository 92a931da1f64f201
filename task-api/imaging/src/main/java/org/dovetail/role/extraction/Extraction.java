package org.dovetail.role.extraction;

import org.dovetail.catalog.Catalog;
import org.dovetail.image.Exposure;
import org.dovetail.role.background.Background;

/**
 * What was extracted of an exposure.
 *
 * @param exposure the exposure with the background subtracted and {@code DETECTED} marked
 * @param background the background that was subtracted, in the unit of the exposure
 * @param catalog a row for each source
 * @since 1.0
 */
public record Extraction(Exposure exposure, Background background, Catalog catalog) {}
