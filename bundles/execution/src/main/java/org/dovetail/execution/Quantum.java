package org.dovetail.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One call of a pipeline task: what it reads and which files it may write.
 *
 * @param index the place in the run, from 0
 * @param name for people: the stem of the primary file, or the task's name where all are taken at
 *     once
 * @param inputs the files it reads, by dataset type
 * @param outputs the files it may write; an optional dataset may turn out to be missing
 * @since 1.0
 */
public record Quantum(
        int index, String name, Map<String, List<Path>> inputs, List<OutputFile> outputs) {

    /** Copies the collections. */
    public Quantum {
        inputs = Map.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * One file to write.
     *
     * @param dataset the dataset type
     * @param ending the ending of the file's name, without the dot
     * @param file the file
     */
    public record OutputFile(String dataset, String ending, Path file) {}
}
