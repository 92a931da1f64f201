package org.dovetail.assembly.scan;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * Computes the SHA-256 of a bundle: of its jar file, as other programs do, where the framework uses
 * the file in place; of the names and bytes of all entries, in the order of the names, where it has
 * a copy of its own.
 */
final class BundleDigest {

    private static final String IN_PLACE = "reference:";

    private BundleDigest() {}

    static String of(Bundle bundle) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Path jar = file(bundle.getLocation());
            if (jar != null) {
                try (InputStream in = Files.newInputStream(jar)) {
                    update(digest, in);
                }
            } else {
                entries(bundle, digest);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new TaskException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "cannot read bundle " + bundle.getSymbolicName() + " at "
                            + bundle.getLocation(),
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private static @Nullable Path file(String location) {
        if (!location.startsWith(IN_PLACE + "file:")) {
            return null;
        }
        try {
            Path path = Path.of(URI.create(location.substring(IN_PLACE.length())));
            return Files.isRegularFile(path) ? path : null;
        } catch (IllegalArgumentException e) {
            return null; // not quite a URI: the entries serve as well
        }
    }

    private static void entries(Bundle bundle, MessageDigest digest) throws IOException {
        Enumeration<URL> found = bundle.findEntries("/", "*", true);
        Map<String, URL> sorted = new TreeMap<>();
        if (found != null) {
            Collections.list(found).forEach(url -> sorted.put(url.getPath(), url));
        }
        for (Map.Entry<String, URL> entry : sorted.entrySet()) {
            if (!entry.getKey().endsWith("/")) {
                digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                try (InputStream in = entry.getValue().openStream()) {
                    update(digest, in);
                }
            }
        }
    }

    private static void update(MessageDigest digest, InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
        }
    }
}
