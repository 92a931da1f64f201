package org.dovetail.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What somebody wants run.
 *
 * @param task the task's name, for messages
 * @param signature what the task takes and gives
 * @param files the files to read, by dataset type
 * @param folder where outputs go; made if it is not there
 * @param endings the endings of output files, by dataset type; the usual ones for what is missing
 * @param force whether outputs that are there may be replaced
 * @since 1.0
 */
public record RunRequest(
        String task,
        Signature signature,
        Map<String, List<Path>> files,
        Path folder,
        Map<String, List<String>> endings,
        boolean force) {

    /** Copies the maps. */
    public RunRequest {
        files = Map.copyOf(files);
        endings = Map.copyOf(endings);
    }
}
