package org.dovetail.commands;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.DatasetDescription;
import org.dovetail.catalog.Catalog;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.execution.Formats;
import org.dovetail.image.Exposure;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** Reads datasets of which only the file is known. */
final class DatasetFiles {

    private final Formats formats;
    private final Map<String, String> types = new HashMap<>();

    DatasetFiles(Formats formats, Catalogue catalogue) {
        this.formats = formats;
        for (AlgorithmDescription task : catalogue.algorithms()) {
            if (task.role().name().equals(ConfigOptions.PIPELINE_TASK)
                    && task.problem().isEmpty()) {
                for (DatasetDescription output : task.details().outputs()) {
                    types.putIfAbsent(output.datasetType(), output.javaType());
                }
            }
        }
    }

    /** Returns what a file's name says it is, with its ending: {@code exposure.fits}. */
    static String kind(Path file) {
        String[] parts = file.getFileName().toString().split("\\.");
        int ending = parts.length - (parts[parts.length - 1].equals("gz") ? 2 : 1);
        int from = Math.max(0, ending - 1);
        return String.join(".", List.of(parts).subList(from, parts.length));
    }

    /**
     * Reads two files as the same type of dataset: that which the tasks installed call by the name
     * in the file's name; else a catalogue or an exposure, whatever the first file holds.
     *
     * @return both, or nothing if no format installed reads such files
     * @throws TaskException with {@code UNREADABLE_INPUT} that names the file
     */
    Optional<List<Object>> read(Path first, Path second) {
        String name = kind(first).split("\\.")[0];
        List<StorageFormat<?>> candidates = formats.readers(first);
        Optional<StorageFormat<?>> known = candidates.stream()
                .filter(format -> format.type().getName().equals(types.get(name)))
                .findFirst();
        if (known.isPresent()) {
            return Optional.of(
                    List.of(read(known.get(), first), read(known.get().type(), second)));
        }
        Optional<TaskException> refusal = Optional.empty();
        for (Class<?> type : List.of(Catalog.class, Exposure.class)) {
            if (formats.reader(type, first).isPresent()) {
                Object dataset;
                try {
                    dataset = read(type, first);
                } catch (TaskException e) {
                    refusal = Optional.of(e);
                    continue;
                }
                return Optional.of(List.of(dataset, read(type, second)));
            }
        }
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return Optional.empty();
    }

    private Object read(Class<?> type, Path file) {
        StorageFormat<?> format = formats.reader(type, file)
                .orElseThrow(() -> new TaskException(
                        ErrorCode.UNREADABLE_INPUT,
                        file + ": nothing installed reads it as " + type.getSimpleName()));
        return read(format, file);
    }

    private static Object read(StorageFormat<?> format, Path file) {
        try {
            return format.read(file, ReadContext.NONE);
        } catch (TaskException e) {
            String message = String.valueOf(e.getMessage());
            boolean named = message.contains(file.toString());
            throw named ? e : new TaskException(e.code(), file + ": " + message, e);
        }
    }
}
