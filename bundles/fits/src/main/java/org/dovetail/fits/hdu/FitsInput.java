package org.dovetail.fits.hdu;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Reads a FITS file from beginning to end, one header and data unit (HDU) after another, gzipped or
 * not; the first bytes tell, not the name. Failures are told as {@code UNREADABLE_INPUT}.
 */
public final class FitsInput implements Closeable {

    /** The size of a FITS block, in bytes. */
    public static final int BLOCK = 2880;

    private static final int GZIP_BUFFER = 1 << 16;

    private final Path file;
    private final ReadableByteChannel channel;
    private long unread; // bytes of the current data unit, padding included
    private int index = -1;

    private FitsInput(Path file, ReadableByteChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens a file. */
    public static FitsInput open(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new TaskException(
                        ErrorCode.UNREADABLE_INPUT, file + " is a folder, not a FITS file");
            }
            return new FitsInput(file, channel(file));
        } catch (NoSuchFileException e) {
            throw new TaskException(ErrorCode.UNREADABLE_INPUT, "no such file: " + file, e);
        } catch (IOException e) {
            throw new TaskException(
                    ErrorCode.UNREADABLE_INPUT, "cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    private static ReadableByteChannel channel(Path file) throws IOException {
        FileChannel plain = FileChannel.open(file);
        try {
            ByteBuffer magic = ByteBuffer.allocate(2);
            plain.read(magic, 0);
            if (magic.array()[0] != (byte) 0x1f || magic.array()[1] != (byte) 0x8b) {
                return plain;
            }
            InputStream bytes =
                    new BufferedInputStream(Channels.newInputStream(plain), GZIP_BUFFER);
            return Channels.newChannel(new GZIPInputStream(bytes, GZIP_BUFFER));
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** Returns the file. */
    public Path file() {
        return file;
    }

    /** Returns the number of the current HDU; 0 is the primary one. */
    public int index() {
        return index;
    }

    /**
     * Goes to the next HDU, over data that were not read.
     *
     * @return its header; empty at the end of the file
     */
    public Optional<Cards> next() {
        skip();
        byte[] block = new byte[BLOCK];
        CardParser parser = new CardParser();
        int got = read(ByteBuffer.wrap(block));
        if (index >= 0 && !isExtension(block, got)) {
            return Optional.empty(); // the end, or special records after the last HDU
        }
        if (index < 0 && !begins(block, "SIMPLE  =")) {
            throw unreadable("is not a FITS file: it does not begin with SIMPLE");
        }
        while (true) {
            if (got < BLOCK) {
                throw unreadable("is cut off: it ends within a header");
            }
            parser.accept(block);
            if (parser.ended()) {
                break;
            }
            got = read(ByteBuffer.wrap(block));
        }
        index++;
        Cards cards = parser.cards();
        unread = padded(dataBytes(cards));
        return Optional.of(cards);
    }

    private static boolean isExtension(byte[] block, int got) {
        return got > 0 && begins(block, "XTENSION");
    }

    private static boolean begins(byte[] block, String text) {
        return new String(block, 0, text.length(), StandardCharsets.US_ASCII).equals(text);
    }

    /** Fills a buffer with bytes of the current data unit and makes it ready to be read. */
    public void data(ByteBuffer buffer) {
        if (buffer.remaining() > unread) {
            throw unreadable("has less data than its header says");
        }
        int wanted = buffer.remaining();
        int got = read(buffer);
        if (got < wanted) {
            throw unreadable(
                    "is cut off: HDU " + index + " lacks " + (unread - got) + " bytes of its data");
        }
        unread -= got;
        buffer.flip();
    }

    /** Returns a failure that names the file and what is wrong with it. */
    public TaskException unreadable(String what) {
        return new TaskException(ErrorCode.UNREADABLE_INPUT, file + " " + what);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new TaskException(
                    ErrorCode.UNREADABLE_INPUT, "cannot close " + file + ": " + e.getMessage(), e);
        }
    }

    private void skip() {
        try {
            if (unread > 0 && channel instanceof FileChannel plain) {
                plain.position(plain.position() + unread);
            } else {
                ByteBuffer buffer = ByteBuffer.allocate(GZIP_BUFFER);
                while (unread > 0) {
                    buffer.clear().limit((int) Math.min(buffer.capacity(), unread));
                    int got = read(buffer);
                    unread -= got == 0 ? unread : got;
                }
            }
            unread = 0;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Reads until the buffer is full or the file ends. */
    private int read(ByteBuffer buffer) {
        int begin = buffer.position();
        try {
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                continue;
            }
        } catch (EOFException e) {
            throw unreadable("is cut off: the gzip stream ends too early");
        } catch (IOException e) {
            throw failed(e);
        }
        return buffer.position() - begin;
    }

    private TaskException failed(IOException e) {
        String what = e instanceof ZipException ? " is a damaged gzip file: " : " cannot be read: ";
        return new TaskException(ErrorCode.UNREADABLE_INPUT, file + what + e.getMessage(), e);
    }

    private static long dataBytes(Cards cards) {
        long axes = cards.whole("NAXIS", 0);
        if (axes == 0) {
            return 0;
        }
        long elements = 1;
        for (int axis = 1; axis <= axes; axis++) {
            elements *= Math.max(0, cards.whole("NAXIS" + axis, 0));
        }
        long bytes = Math.abs(cards.whole("BITPIX", 8)) / 8;
        long groups = Math.max(1, cards.whole("GCOUNT", 1));
        return bytes * groups * (Math.max(0, cards.whole("PCOUNT", 0)) + elements);
    }

    private static long padded(long bytes) {
        return (bytes + BLOCK - 1) / BLOCK * BLOCK;
    }
}
