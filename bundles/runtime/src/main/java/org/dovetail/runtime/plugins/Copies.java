package org.dovetail.runtime.plugins;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.framework.BundleContext;

/**
 * Copies of plugins' files, in the framework's own folder: the framework uses a jar in place, and
 * the user's file may be changed or deleted at any time.
 */
final class Copies {

    private static final String IN_PLACE = "reference:";

    private final BundleContext context;

    Copies(BundleContext context) {
        this.context = context;
    }

    /** Copies a jar and returns the location to install it from. */
    String of(JarBundle jar) {
        File folder = context.getDataFile("plugins");
        if (folder == null) {
            throw new TaskException(
                    ErrorCode.RESOURCE_EXHAUSTED, "the framework has no folder for copies");
        }
        try {
            Path copy = Files.createDirectories(folder.toPath())
                    .resolve(jar.digest() + "-" + jar.file().getFileName())
                    .toAbsolutePath();
            Files.deleteIfExists(copy); // rather than written over: it may be open still
            if (!FileDigest.copy(jar.file(), copy).equals(jar.digest())) {
                throw new TaskException(
                        ErrorCode.INVALID_CONFIGURATION,
                        jar.file() + ": changed while it was read; is it still being copied?");
            }
            return IN_PLACE + copy.toUri();
        } catch (IOException e) {
            throw new TaskException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "cannot copy " + jar.file() + " to " + folder + ": " + e.getMessage(),
                    e);
        }
    }

    /** Deletes the copy at a location; one that cannot be deleted goes with the framework's folder. */
    void delete(String location) {
        new File(URI.create(location.substring(IN_PLACE.length()))).delete();
    }
}
