package org.dovetail.fits.hdu;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.dovetail.image.Header.Card;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Writes a FITS file, one header and data unit after another, each with {@code DATASUM} and {@code
 * CHECKSUM}. Equal data give equal bytes. Failures are told as {@code UNWRITABLE_OUTPUT}.
 */
public final class FitsOutput implements Closeable {

    private static final int BUFFER = 364 * FitsInput.BLOCK; // about 1 MB, whole blocks

    private final Path file;
    private final FileChannel channel;
    private boolean begun;

    private FitsOutput(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Creates a file that is not there yet. */
    public static FitsOutput create(Path file) {
        if (file.toString().matches("(?i).*\\.(gz|fz)")) {
            throw new TaskException(
                    ErrorCode.UNWRITABLE_OUTPUT,
                    "cannot write " + file + ": only plain FITS is written; let it end in .fits");
        }
        try {
            return new FitsOutput(
                    file,
                    FileChannel.open(
                            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Gives the bytes of one row. */
    @FunctionalInterface
    public interface Rows {

        /** Puts the bytes of a row into a buffer that has room for them. */
        void put(int y, ByteBuffer into);
    }

    /** Writes an HDU without data. */
    public void empty(List<Card> cards) {
        write(structure(8, List.of(), "IMAGE"), cards, 0, 0, (y, into) -> {});
    }

    /**
     * Writes an image.
     *
     * @param bitsPerPixel the value of {@code BITPIX}
     * @param width the number of columns
     * @param height the number of rows
     * @param cards the cards beyond those of the structure
     * @param rows the pixels
     */
    public void image(int bitsPerPixel, int width, int height, List<Card> cards, Rows rows) {
        int rowBytes = Math.multiplyExact(width, Math.abs(bitsPerPixel) / 8);
        write(
                structure(bitsPerPixel, List.of(width, height), "IMAGE"),
                cards,
                rowBytes,
                height,
                rows);
    }

    /**
     * Writes a binary table.
     *
     * @param rowBytes the number of bytes of a row
     * @param count the number of rows
     * @param cards the cards beyond those of the structure, beginning with {@code TFIELDS}
     * @param rows the rows
     */
    public void table(int rowBytes, int count, List<Card> cards, Rows rows) {
        write(structure(8, List.of(rowBytes, count), "BINTABLE"), cards, rowBytes, count, rows);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private List<Card> structure(int bitsPerPixel, List<Integer> axes, String extension) {
        List<Card> cards = new ArrayList<>();
        cards.add(
                begun
                        ? new Card("XTENSION", extension, "kind of extension")
                        : new Card("SIMPLE", true, "conforms to the FITS standard"));
        cards.add(new Card("BITPIX", (long) bitsPerPixel, "bits per value"));
        cards.add(new Card("NAXIS", (long) axes.size(), "number of axes"));
        for (int i = 0; i < axes.size(); i++) {
            cards.add(new Card("NAXIS" + (i + 1), (long) axes.get(i), "length of axis"));
        }
        if (begun) {
            cards.add(new Card("PCOUNT", 0L, "no parameters"));
            cards.add(new Card("GCOUNT", 1L, "one group"));
        } else {
            cards.add(new Card("EXTEND", true, "extensions may follow"));
        }
        return cards;
    }

    private void write(List<Card> structure, List<Card> cards, int rowBytes, int count, Rows rows) {
        begun = true;
        List<Card> all = new ArrayList<>(structure);
        all.addAll(cards);
        try {
            long begin = channel.position();
            channel.position(begin + header(all, 0, 0).length);
            Checksum data = new Checksum();
            data(data, rowBytes, count, rows);
            long end = channel.position();
            Checksum total = new Checksum();
            total.add(ByteBuffer.wrap(header(all, data.sum(), -1)));
            total.add(sum(data.sum()));
            channel.position(begin);
            put(ByteBuffer.wrap(header(all, data.sum(), total.sum())));
            channel.position(end);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Encodes the header; a negative total stands for a checksum that is not known yet. */
    private static byte[] header(List<Card> cards, long dataSum, long total) {
        List<Card> all = new ArrayList<>(cards);
        String checksum = total < 0 ? "0".repeat(16) : Checksum.encode(total);
        all.add(new Card("CHECKSUM", checksum, "of this header and data unit"));
        all.add(new Card("DATASUM", Long.toString(dataSum), "of the data"));
        return HeaderEncoder.encode(all);
    }

    private static ByteBuffer sum(long sum) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(0, (int) sum);
    }

    private void data(Checksum checksum, int rowBytes, int count, Rows rows) throws IOException {
        long bytes = (long) rowBytes * count;
        int capacity = Math.max(BUFFER, Math.addExact(rowBytes, FitsInput.BLOCK));
        ByteBuffer buffer =
                ByteBuffer.allocateDirect((int) Math.min(capacity, bytes + FitsInput.BLOCK));
        for (int y = 0; y < count; y++) {
            if (buffer.remaining() < rowBytes) {
                flush(checksum, buffer);
            }
            rows.put(y, buffer);
        }
        int padding = (int) ((FitsInput.BLOCK - bytes % FitsInput.BLOCK) % FitsInput.BLOCK);
        if (buffer.remaining() < padding) {
            flush(checksum, buffer);
        }
        buffer.put(new byte[padding]);
        flush(checksum, buffer);
    }

    /** Writes the whole words of a buffer; the bytes of one that is not complete stay in it. */
    private void flush(Checksum checksum, ByteBuffer buffer) throws IOException {
        int end = buffer.position();
        int whole = end - end % Integer.BYTES;
        buffer.position(0).limit(whole);
        checksum.add(buffer);
        put(buffer);
        buffer.limit(end);
        buffer.compact();
    }

    private void put(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static TaskException unwritable(Path file, IOException e) {
        return new TaskException(
                ErrorCode.UNWRITABLE_OUTPUT, "cannot write " + file + ": " + e.getMessage(), e);
    }
}
