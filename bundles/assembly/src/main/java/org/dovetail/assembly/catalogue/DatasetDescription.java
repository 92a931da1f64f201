package org.dovetail.assembly.catalogue;

/**
 * An input or an output of a pipeline task.
 *
 * @param component the name of the record component
 * @param datasetType the dataset type, such as {@code raw}
 * @param javaType the name of the Java class of one dataset, such as {@code
 *     org.dovetail.image.RawExposure}
 * @param doc what the dataset is, in one line
 * @param primary whether a run's plain file arguments are datasets of this input
 * @param cardinality how many datasets there are
 * @since 1.0
 */
public record DatasetDescription(
        String component,
        String datasetType,
        String javaType,
        String doc,
        boolean primary,
        Cardinality cardinality) {}
