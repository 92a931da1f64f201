package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flight recorder costs nothing without a recording, and sees every slot with one. */
class RecordingIT {

    @TempDir
    private Path folder;

    @Test
    void withoutARecordingTheRecorderIsNotLoaded() throws IOException {
        Path log = folder.resolve("classes.txt");
        extract("-Xlog:class+load:file=" + log);
        try (Stream<String> lines = Files.lines(log)) {
            List<String> loaded =
                    lines.filter(line -> line.contains(" jdk.jfr.")).toList();
            assertTrue(loaded.size() <= 1, loaded.toString()); // the one that is asked
        }
    }

    @Test
    void recordingOfTheProcessHasTheSlots() throws IOException {
        Path file = folder.resolve("process.jfr");
        extract("-XX:StartFlightRecording=filename=" + file);
        List<String> paths = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("org.dovetail.Call"))
                .map(event -> event.getString("path"))
                .toList();
        assertTrue(paths.contains("extract-sources"), paths.toString());
        assertTrue(
                paths.contains("extract-sources.extraction.standard.background"), paths.toString());
    }

    private void extract(String javaOptions) {
        Path image = FitsFile.write(folder.resolve("sky.fits"), 128, i -> 100 + i % 7);
        Program run = Program.withJavaOptions(
                javaOptions,
                Distribution.home(),
                folder,
                "run",
                "extract-sources",
                image.toString(),
                "-o",
                "out");
        assertEquals(0, run.code(), run.err());
    }
}
