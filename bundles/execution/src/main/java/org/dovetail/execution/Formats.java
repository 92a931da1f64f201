package org.dovetail.execution;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dovetail.data.StorageFormat;

/**
 * The storage formats there are, found by the type of a dataset and the ending of a file.
 *
 * <p>Where two formats claim the same type and ending, the first in the list has it.
 *
 * @since 1.0
 */
public final class Formats {

    private static final String USUAL = "fits";

    private final List<StorageFormat<?>> all;

    /**
     * Creates a choice of formats.
     *
     * @param formats the formats
     */
    public Formats(List<StorageFormat<?>> formats) {
        all = List.copyOf(formats);
    }

    /** Returns the format that reads a file as a dataset of some type. */
    public <T> Optional<StorageFormat<T>> reader(Class<T> type, Path file) {
        return of(type).filter(StorageFormat::reads)
                .filter(format -> !ending(format, file).isEmpty())
                .max(Comparator.comparing(format -> ending(format, file).length()));
    }

    /** Returns all formats that read files with a file's ending, whatever the type of dataset. */
    public List<StorageFormat<?>> readers(Path file) {
        return all.stream()
                .filter(StorageFormat::reads)
                .filter(format -> !ending(format, file).isEmpty())
                .toList();
    }

    /** Returns the format that writes datasets of some type to files with some ending. */
    public <T> Optional<StorageFormat<T>> writer(Class<T> type, String ending) {
        return of(type).filter(format -> format.writtenEndings().contains(ending))
                .findFirst();
    }

    /** Returns the endings that files with a type of dataset can be read from, sorted. */
    public List<String> readable(Class<?> type) {
        return endings(of(type).filter(StorageFormat::reads).map(StorageFormat::endings));
    }

    /** Returns the endings that files with a type of dataset can have when written, sorted. */
    public List<String> writable(Class<?> type) {
        return endings(of(type).map(StorageFormat::writtenEndings));
    }

    /** Returns the usual ending for a type of dataset: FITS where there is a choice. */
    public Optional<String> usual(Class<?> type) {
        List<String> endings = writable(type);
        return endings.contains(USUAL)
                ? Optional.of(USUAL)
                : of(type).filter(StorageFormat::writes)
                        .findFirst()
                        .map(f -> f.writtenEndings().get(0));
    }

    /** Returns a file's name without the longest ending that reads as a type of dataset. */
    public String stem(Class<?> type, Path file) {
        String name = file.getFileName().toString();
        int cut = of(type).filter(StorageFormat::reads)
                .mapToInt(format -> ending(format, file).length())
                .max()
                .orElse(0);
        return cut == 0 ? name : name.substring(0, name.length() - cut - 1);
    }

    @SuppressWarnings("unchecked") // a format's type() is its T
    private <T> Stream<StorageFormat<T>> of(Class<T> type) {
        return all.stream().filter(format -> format.type() == type).map(format ->
                (StorageFormat<T>) format);
    }

    private static String ending(StorageFormat<?> format, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return format.endings().stream()
                .filter(ending -> name.length() > ending.length() + 1)
                .filter(ending -> name.endsWith("." + ending))
                .max(Comparator.comparing(String::length))
                .orElse("");
    }

    private static List<String> endings(Stream<List<String>> ofFormats) {
        TreeSet<String> endings = new TreeSet<>();
        ofFormats.forEach(endings::addAll);
        return List.copyOf(endings);
    }
}
