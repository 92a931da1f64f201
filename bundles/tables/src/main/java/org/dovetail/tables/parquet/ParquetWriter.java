package org.dovetail.tables.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema.Key;

/**
 * Writes a catalogue as Parquet: each column a plain, uncompressed page in each group of rows.
 *
 * <p>Units, UCDs and descriptions go into the file's metadata as a VOTable without data, as the
 * VOParquet convention of the IVOA has it; STIL and astropy read them there.
 *
 * <p>Reference: Apache Parquet, parquet-format 2.10, README and parquet.thrift.
 */
public final class ParquetWriter {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int DATA_PAGE = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int UNCOMPRESSED = 0;
    private static final int REQUIRED = 0;

    private final Catalog catalog;
    private final Map<String, String> entries;
    private final int rowsPerGroup;
    private final List<Key> keys = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private long position;

    /** A group of rows as it was written. */
    private record Group(int rows, List<Chunk> chunks) {}

    /** A column of a group as it was written: where, and how many bytes. */
    private record Chunk(long offset, long bytes) {}

    /**
     * Prepares to write a catalogue.
     *
     * @param catalog the catalogue
     * @param entries names and texts to keep with it
     * @param rowsPerGroup the number of rows of a group; at least 1
     */
    public ParquetWriter(Catalog catalog, Map<String, String> entries, int rowsPerGroup) {
        this.catalog = catalog;
        this.entries = entries;
        this.rowsPerGroup = rowsPerGroup;
        for (Column column : catalog.schema().columns()) {
            keys.add(new Key(keys.size(), column));
        }
    }

    /** Writes the file; to be called once. */
    public void write(OutputStream output) throws IOException {
        put(output, MAGIC);
        for (int row = 0; row < catalog.rows(); row += rowsPerGroup) {
            int count = Math.min(rowsPerGroup, catalog.rows() - row);
            List<Chunk> chunks = new ArrayList<>();
            for (Key key : keys) {
                long begin = position;
                byte[] values = values(key, row, count);
                put(output, pageHeader(values.length, count));
                put(output, values);
                chunks.add(new Chunk(begin, position - begin));
            }
            groups.add(new Group(count, chunks));
        }
        byte[] metadata = metadata();
        put(output, metadata);
        put(output, little(4).putInt(metadata.length).array());
        put(output, MAGIC);
    }

    private void put(OutputStream output, byte[] bytes) throws IOException {
        output.write(bytes);
        position += bytes.length;
    }

    private static byte[] pageHeader(int bytes, int count) {
        return new CompactWriter()
                .i32(1, DATA_PAGE)
                .i32(2, bytes)
                .i32(3, bytes)
                .struct(5)
                .i32(1, count)
                .i32(2, PLAIN)
                .i32(3, RLE)
                .i32(4, RLE)
                .end()
                .end()
                .toByteArray();
    }

    private byte[] values(Key key, int first, int count) {
        Column.Type type = key.column().type();
        int bytes = switch (type) {
            case DOUBLE, LONG -> Math.multiplyExact(8, count);
            case FLOAT, INT -> Math.multiplyExact(4, count);
            case BOOLEAN -> (count + 7) / 8;
        };
        ByteBuffer values = little(bytes);
        for (int i = 0; i < count; i++) {
            int row = first + i;
            switch (type) {
                case DOUBLE -> values.putDouble(catalog.number(key, row));
                case FLOAT -> values.putFloat((float) catalog.number(key, row));
                case LONG -> values.putLong(catalog.whole(key, row));
                case INT -> values.putInt((int) catalog.whole(key, row));
                case BOOLEAN -> {
                    int bit = catalog.flag(key, row) ? 1 << i % 8 : 0;
                    values.put(i / 8, (byte) (values.get(i / 8) | bit));
                }
            }
        }
        return values.array();
    }

    private byte[] metadata() {
        CompactWriter writer = new CompactWriter().i32(1, 1).structs(2, keys.size() + 1);
        writer.item().text(4, "schema").i32(5, keys.size()).end();
        for (Key key : keys) {
            writer.item()
                    .i32(1, physical(key))
                    .i32(3, REQUIRED)
                    .text(4, key.column().name())
                    .end();
        }
        writer.i64(3, catalog.rows()).structs(4, groups.size());
        groups.forEach(group -> group(writer, group));
        writer.structs(5, entries.size() + 2);
        entry(writer, "IVOA.VOTable-Parquet.version", "1.0");
        entry(writer, "IVOA.VOTable-Parquet.content", VoTableHeader.of(catalog.schema(), entries));
        entries.forEach((name, text) -> entry(writer, name, text));
        return writer.text(6, "Dovetail").end().toByteArray();
    }

    private void group(CompactWriter writer, Group group) {
        long bytes = group.chunks().stream().mapToLong(Chunk::bytes).sum();
        writer.item().structs(1, keys.size());
        for (Key key : keys) {
            Chunk chunk = group.chunks().get(key.index());
            writer.item()
                    .i64(2, chunk.offset())
                    .struct(3)
                    .i32(1, physical(key))
                    .i32s(2, PLAIN)
                    .texts(3, key.column().name())
                    .i32(4, UNCOMPRESSED)
                    .i64(5, group.rows())
                    .i64(6, chunk.bytes())
                    .i64(7, chunk.bytes())
                    .i64(9, chunk.offset())
                    .end()
                    .end();
        }
        writer.i64(2, bytes).i64(3, group.rows()).end();
    }

    private static void entry(CompactWriter writer, String name, String text) {
        writer.item().text(1, name).text(2, text).end();
    }

    private static int physical(Key key) {
        return switch (key.column().type()) {
            case BOOLEAN -> 0;
            case INT -> 1;
            case LONG -> 2;
            case FLOAT -> 4;
            case DOUBLE -> 5;
        };
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
