package org.dovetail.quicklook;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a picture as PNG, with a palette.
 *
 * <p>The JDK's own writer is part of AWT, which may ask for a display and is missing from small Java
 * installations.
 *
 * <p>Reference: Portable Network Graphics Specification (Second Edition), W3C 2003.
 */
final class PngOutput {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int PALETTE = 3;
    private static final int[] MARK = {80, 255, 80};
    private static final int[] NOTHING = {30, 30, 110};

    private final DataOutputStream output;

    PngOutput(OutputStream output) {
        this.output = new DataOutputStream(output);
    }

    void begin(int width, int height) throws IOException {
        output.write(SIGNATURE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(width);
        header.writeInt(height);
        header.write(new byte[] {8, PALETTE, 0, 0, 0}); // bits, color, and what has no choice
        chunk("IHDR", bytes.toByteArray());
        chunk("PLTE", palette());
    }

    /** Adds a text for people who look into the file. */
    void text(String key, String text) throws IOException {
        chunk("tEXt", (key + '\0' + text).getBytes(StandardCharsets.ISO_8859_1));
    }

    void end(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED); // noise does not get smaller
        try (DeflaterOutputStream compressed = new DeflaterOutputStream(bytes, deflater)) {
            byte[] row = new byte[picture.width() + 1]; // the first byte says: not filtered
            for (int y = 0; y < picture.height(); y++) {
                picture.row(y, row, 1);
                compressed.write(row);
            }
        } finally {
            deflater.end();
        }
        chunk("IDAT", bytes.toByteArray());
        chunk("IEND", new byte[0]);
        output.flush();
    }

    private static byte[] palette() {
        byte[] palette = new byte[256 * 3];
        for (int i = 0; i < Picture.GREYS; i++) {
            byte level = (byte) (i * 255 / (Picture.GREYS - 1));
            palette[3 * i] = level;
            palette[3 * i + 1] = level;
            palette[3 * i + 2] = level;
        }
        for (int i = 0; i < 3; i++) {
            palette[3 * Picture.MARK + i] = (byte) MARK[i];
            palette[3 * Picture.NOTHING + i] = (byte) NOTHING[i];
        }
        return palette;
    }

    private void chunk(String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        output.writeInt(data.length);
        output.write(name);
        output.write(data);
        output.writeInt((int) crc.getValue());
    }
}
