package org.dovetail.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.dovetail.image.Image;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data that is not part of the project: the folder {@code data} below what the property {@code
 * dovetail.shared} names. A test that asks for an absent file is skipped and says so.
 */
public final class SharedData {

    private static final int BLOCK = 2880;

    private SharedData() {}

    /** Returns a file, or skips the test. */
    public static Path file(String name) {
        Optional<String> shared = Optional.ofNullable(System.getProperty("dovetail.shared"));
        Assumptions.assumeTrue(shared.isPresent(), "the property dovetail.shared is not set");
        Path path = Path.of(shared.orElseThrow(), "data").resolve(name);
        Assumptions.assumeTrue(Files.isReadable(path), () -> "no shared data " + path);
        return path;
    }

    /**
     * Reads the first image of a FITS file, or skips the test. Enough for reference images; reading
     * FITS in earnest is the business of the formats.
     */
    public static Image fits(String name) {
        Path path = file(name);
        try (InputStream in = open(path)) {
            return parse(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static InputStream open(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static Image parse(ByteBuffer file) {
        StringBuilder header = new StringBuilder();
        byte[] card = new byte[80];
        do {
            file.get(card);
            header.append(new String(card, StandardCharsets.US_ASCII));
        } while (!new String(card, StandardCharsets.US_ASCII).startsWith("END  "));
        file.position((file.position() + BLOCK - 1) / BLOCK * BLOCK);
        int bits = (int) card(header, "BITPIX").orElseThrow().doubleValue();
        int width = (int) card(header, "NAXIS1").orElseThrow().doubleValue();
        int height = (int) card(header, "NAXIS2").orElseThrow().doubleValue();
        float zero = card(header, "BZERO").orElse(0.0).floatValue();
        float scale = card(header, "BSCALE").orElse(1.0).floatValue();
        // In single precision, as SExtractor and astropy scale 16-bit images.
        return Images.of(width, height, (x, y) -> scale * (float) next(file, bits) + zero);
    }

    private static double next(ByteBuffer file, int bits) {
        return switch (bits) {
            case 8 -> file.get() & 0xff;
            case 16 -> file.getShort();
            case 32 -> file.getInt();
            case -32 -> file.getFloat();
            case -64 -> file.getDouble();
            default -> throw new IllegalArgumentException("BITPIX " + bits);
        };
    }

    private static Optional<Double> card(StringBuilder header, String name) {
        String start = String.format(Locale.ROOT, "%-8s= ", name);
        for (int at = 0; at < header.length(); at += 80) {
            if (header.substring(at).startsWith(start)) {
                String value = header.substring(at + 10, at + 80).split("/", 2)[0];
                return Optional.of(Double.valueOf(value.trim()));
            }
        }
        return Optional.empty();
    }
}
