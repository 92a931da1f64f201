package org.dovetail.runtime.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a file, in hexadecimal. */
final class FileDigest {

    private FileDigest() {}

    /** Reads a file. */
    static String of(Path file) throws IOException {
        try (OutputStream nowhere = OutputStream.nullOutputStream()) {
            return copy(file, nowhere);
        }
    }

    /** Copies a file and returns the digest of what was copied. */
    static String copy(Path from, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            return copy(from, out);
        }
    }

    private static String copy(Path from, OutputStream to) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(to, digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
