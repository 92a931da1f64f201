package org.dovetail.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * Tells jars by their content, without reading it all: by the directory at the end, which holds name,
 * size and checksum of every entry (PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16).
 */
final class JarChecksum {

    private static final int END_SIZE = 22; // without a comment
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int DIRECTORY_SIZE = 12; // where the end tells of the directory
    private static final int DIRECTORY_OFFSET = 16;
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private JarChecksum() {}

    /** Returns size and checksum; of a file that is no plain jar, of all its bytes. */
    static String of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            long begin = directory(channel, size);
            CRC32 checksum = new CRC32();
            checksum.update(read(channel, begin, size));
            return size + " " + checksum.getValue();
        }
    }

    private static long directory(FileChannel channel, long size) throws IOException {
        if (size < END_SIZE) {
            return 0;
        }
        ByteBuffer end = read(channel, size - END_SIZE, size).order(ByteOrder.LITTLE_ENDIAN);
        long offset = end.getInt(DIRECTORY_OFFSET) & UNSIGNED;
        long length = end.getInt(DIRECTORY_SIZE) & UNSIGNED;
        boolean plain = end.getInt(0) == END_SIGNATURE && offset + length + END_SIZE == size;
        return plain ? offset : 0;
    }

    private static ByteBuffer read(FileChannel channel, long begin, long end) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(end - begin));
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, begin + bytes.position()) < 0) {
                break; // cut off meanwhile: another content, and another checksum
            }
        }
        return bytes.flip();
    }
}
