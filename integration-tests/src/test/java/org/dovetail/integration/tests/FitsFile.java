package org.dovetail.integration.tests;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** A FITS file with one image, made without any of what is tested. */
final class FitsFile {

    private static final int BLOCK = 2880;
    private static final int CARD = 80;

    private FitsFile() {}

    /** Writes a square image of 32-bit floating-point numbers with some cards. */
    static Path write(Path file, int size, IntToDoubleFunction pixel, String... cards) {
        List<String> header = new ArrayList<>(List.of(
                card("SIMPLE", "T"),
                card("BITPIX", "-32"),
                card("NAXIS", "2"),
                card("NAXIS1", Integer.toString(size)),
                card("NAXIS2", Integer.toString(size))));
        for (String each : cards) {
            String[] parts = each.split("=");
            header.add(card(parts[0], parts[1]));
        }
        header.add(String.format("%-80s", "END"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(String.join("", header).getBytes(StandardCharsets.US_ASCII));
            out.write(
                    " ".repeat(padding(header.size() * CARD)).getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < size * size; i++) {
                out.writeFloat((float) pixel.applyAsDouble(i));
            }
            out.write(new byte[padding(size * size * Float.BYTES)]);
            return Files.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String card(String keyword, String value) {
        return String.format(
                Locale.ROOT, "%-80s", String.format(Locale.ROOT, "%-8s= %20s", keyword, value));
    }

    private static int padding(int length) {
        return (BLOCK - length % BLOCK) % BLOCK;
    }
}
