package org.dovetail.assembly.scan;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * Computes the SHA-256 of a bundle: of the names and bytes of its entries, in the order of the names.
 * So it is the same wherever and however the bundle was installed, in place or as the framework's
 * own copy, and for a jar that was packed again.
 */
final class BundleDigest {

    private static final String IN_PLACE = "reference:";

    private final MessageDigest digest = sha256();
    private final MessageDigest entry = sha256();
    private final byte[] buffer = new byte[8192];

    private BundleDigest() {}

    static String of(Bundle bundle) {
        return new BundleDigest().compute(bundle);
    }

    private String compute(Bundle bundle) {
        try {
            Path jar = file(bundle.getLocation());
            if (jar != null) {
                addJar(jar);
            } else {
                addEntries(bundle);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new TaskException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "cannot read bundle " + bundle.getSymbolicName() + " at "
                            + bundle.getLocation(),
                    e);
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
            return null; // not quite a URI: the framework finds the entries as well
        }
    }

    private void addJar(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, ZipEntry> sorted = new TreeMap<>();
            for (ZipEntry each : Collections.list(zip.entries())) {
                sorted.put(each.getName(), each);
            }
            for (Map.Entry<String, ZipEntry> each : sorted.entrySet()) {
                if (!each.getKey().endsWith("/")) {
                    try (InputStream in = zip.getInputStream(each.getValue())) {
                        add(each.getKey(), in);
                    }
                }
            }
        }
    }

    private void addEntries(Bundle bundle) throws IOException {
        for (String name : names(bundle, "/", new TreeSet<>())) {
            try (InputStream in = bundle.getEntry(name).openStream()) {
                add(name, in);
            }
        }
    }

    /** Collects the names of the bundle's own entries; a search would find its fragments', too. */
    private static Set<String> names(Bundle bundle, String folder, Set<String> names) {
        Enumeration<String> paths = bundle.getEntryPaths(folder);
        if (paths != null) {
            for (String path : Collections.list(paths)) {
                if (path.endsWith("/")) {
                    names(bundle, path, names);
                } else {
                    names.add(path);
                }
            }
        }
        return names;
    }

    /** Adds an entry: its name, and a digest of its bytes, whose length is no part of the name. */
    private void add(String name, InputStream in) throws IOException {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            entry.update(buffer, 0, read);
        }
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(entry.digest()); // which begins anew
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
