package org.dovetail.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that appear together or not at all.
 *
 * <p>Each is written beside its target under a hidden name that keeps the ending; {@link #publish}
 * brings all to disk and then renames them. Without leave to replace, a rename never hides a file
 * that another process put there meanwhile. What was not published is gone after {@link #close}.
 *
 * <p><b>Threads.</b> For one thread.
 *
 * @since 1.0
 */
public final class Staging implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
    private static final AtomicLong COUNT = new AtomicLong();
    private static final String PREFIX = ".part-" + host() + "-";
    private static final Pattern LEFT = Pattern.compile(Pattern.quote(PREFIX) + "(\\d{1,18})-.*");

    private final boolean replace;
    private final Map<Path, Path> targets = new LinkedHashMap<>();
    private final DiskSync sync = new DiskSync();

    /**
     * Creates an empty set of files.
     *
     * @param replace whether files that are there are replaced
     */
    public Staging(boolean replace) {
        this.replace = replace;
    }

    /**
     * Makes the target's folder and names the file to write instead of the target.
     *
     * @param target where the file belongs in the end
     * @return a file that does not exist, in the same folder
     * @throws TaskException with {@code UNWRITABLE_OUTPUT} if the folder cannot be made
     */
    public Path stage(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failed("cannot make the folder " + folder, e);
        }
        String name = PREFIX + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + "-"
                + target.getFileName();
        Path temporary = folder.resolve(name);
        targets.put(temporary, target);
        return temporary;
    }

    /**
     * Tells that a file is complete, so that it can go to disk while others are written. Need not be
     * told.
     *
     * @param temporary the file that {@link #stage} named
     */
    public void complete(Path temporary) {
        sync.begin(temporary);
    }

    /**
     * Makes all files appear under their names.
     *
     * @throws TaskException with {@code UNWRITABLE_OUTPUT} if one cannot; then none has appeared,
     *     but one that was to be replaced may be gone
     */
    public void publish() {
        List<Path> published = new ArrayList<>();
        try {
            targets.keySet().forEach(sync::begin);
            sync.await();
            for (Map.Entry<Path, Path> entry : targets.entrySet()) {
                rename(entry.getKey(), entry.getValue());
                published.add(entry.getValue());
            }
            for (Path folder :
                    targets.keySet().stream().map(Path::getParent).distinct().toList()) {
                DiskSync.now(folder, StandardOpenOption.READ);
            }
            targets.clear();
        } catch (FileAlreadyExistsException e) {
            published.forEach(Staging::delete);
            throw new TaskException(
                    ErrorCode.UNWRITABLE_OUTPUT,
                    e.getMessage() + " appeared while it was being made; it is left as it is",
                    e);
        } catch (IOException e) {
            published.forEach(Staging::delete);
            throw failed("cannot write " + targets.values().iterator().next(), e);
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        targets.keySet().forEach(Staging::delete);
    }

    /**
     * Makes a folder, tries whether it takes files, and removes what processes of this machine that
     * were killed have left in it.
     *
     * @param folder the folder
     * @return the folders that were made for it, the deepest first
     * @throws TaskException with {@code UNWRITABLE_OUTPUT} if it cannot be made or takes no files
     */
    static List<Path> prepare(Path folder) {
        List<Path> made = new ArrayList<>();
        for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
            if (Files.notExists(each)) {
                made.add(each);
            }
        }
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, PREFIX, ""));
        } catch (IOException e) {
            throw failed("output folder " + folder + " cannot take files", e);
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Staging::orphan).forEach(Staging::delete);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("cannot look for leftovers in {}", folder, e); // they harm nobody
        }
        return made;
    }

    /** Removes folders that were made for nothing: those without any file. */
    static void unmake(List<Path> made) {
        try {
            for (Path each : made) {
                Files.delete(each);
            }
        } catch (IOException e) {
            LOG.debug("{} are in use", made, e);
        }
    }

    private static boolean orphan(Path file) {
        Matcher name = LEFT.matcher(file.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /** The machine's name, because processes of another one are not ours to judge. */
    private static String host() {
        String name = System.getenv().getOrDefault("HOSTNAME", "");
        try {
            name = Files.readString(Path.of("/proc/sys/kernel/hostname"));
        } catch (IOException e) {
            LOG.debug("no name of this machine", e);
        }
        return name.replaceAll("[^A-Za-z0-9]", "");
    }

    /** Puts the targets' names where a message has the temporary ones. */
    String clean(String message) {
        String text = message;
        for (Map.Entry<Path, Path> entry : targets.entrySet()) {
            text = text.replace(entry.getKey().toString(), entry.getValue().toString())
                    .replace(
                            entry.getKey().getFileName().toString(),
                            entry.getValue().getFileName().toString());
        }
        return text;
    }

    private void rename(Path temporary, Path target) throws IOException {
        if (replace) {
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.createLink(target, temporary); // fails if the target exists; a rename would not
            Files.delete(temporary);
        } catch (FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException(target.toString());
        } catch (IOException | UnsupportedOperationException e) { // no links on this file system
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit(); // nothing more can be done for it now
        }
    }

    private static TaskException failed(String what, IOException e) {
        return new TaskException(ErrorCode.UNWRITABLE_OUTPUT, what + ": " + reason(e), e);
    }

    /** Says for a person why a file cannot be written; some exceptions' messages are its name only. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (e instanceof AccessDeniedException) {
            return "no permission";
        } else if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
