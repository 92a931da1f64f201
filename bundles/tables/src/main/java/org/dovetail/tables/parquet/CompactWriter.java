package org.dovetail.tables.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes structures in Thrift's compact protocol, which Parquet keeps its metadata in.
 *
 * <p>Reference: Apache Thrift, doc/specs/thrift-compact-protocol.md.
 */
final class CompactWriter {

    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last; // the number of the field before, in the structure being written

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    CompactWriter i32(int field, int value) {
        begin(field, I32);
        zigzag(value);
        return this;
    }

    CompactWriter i64(int field, long value) {
        begin(field, I64);
        zigzag(value);
        return this;
    }

    CompactWriter text(int field, String value) {
        begin(field, BINARY);
        text(value);
        return this;
    }

    /** Begins a list of structures; each is then an {@link #item}. */
    CompactWriter structs(int field, int size) {
        begin(field, LIST);
        list(size, STRUCT);
        return this;
    }

    CompactWriter texts(int field, String value) {
        begin(field, LIST);
        list(1, BINARY);
        text(value);
        return this;
    }

    CompactWriter i32s(int field, int value) {
        begin(field, LIST);
        list(1, I32);
        zigzag(value);
        return this;
    }

    /** Begins a structure that is a field. */
    CompactWriter struct(int field) {
        begin(field, STRUCT);
        return item();
    }

    /** Begins a structure that is an item of a list. */
    CompactWriter item() {
        outer.push(last);
        last = 0;
        return this;
    }

    /** Ends a structure; the outermost one, too. */
    CompactWriter end() {
        bytes.write(0);
        last = outer.isEmpty() ? 0 : outer.pop();
        return this;
    }

    private void begin(int field, int type) {
        bytes.write((field - last) << 4 | type); // numbers rise by less than 16 here
        last = field;
    }

    private void list(int size, int type) {
        if (size < SHORT_LIST) {
            bytes.write(size << 4 | type);
        } else {
            bytes.write(0xf0 | type);
            varint(size);
        }
    }

    private void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        bytes.writeBytes(utf8);
    }

    private void zigzag(long value) {
        varint(value << 1 ^ value >> 63);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
