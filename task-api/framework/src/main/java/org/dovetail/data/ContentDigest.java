package org.dovetail.data;

import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The SHA-256 of a value: of pixels and columns, not of a file.
 *
 * <p>Equal values have equal digests, in any process and on any machine, whatever file they come
 * from or go to. It tells whether a task gives the same from {@code new}, from a tree and from the
 * command line. All NaN are one value; {@code 0.0} and {@code -0.0} are two, as in {@link
 * Double#equals}.
 *
 * <p>Known are records (component by component), lists, optionals, texts, enums, numbers, booleans,
 * arrays of numbers and booleans, and what is {@link Digestible}.
 *
 * @since 1.0
 */
public final class ContentDigest {

    private static final int CHUNK = 1 << 16; // bytes at a time

    private final MessageDigest sha;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);

    private ContentDigest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Returns the digest of a value.
     *
     * @param value the value
     * @return 64 hexadecimal digits
     * @throws IllegalArgumentException if a part of the value is of no known class
     */
    public static String of(Object value) {
        ContentDigest digest = new ContentDigest();
        digest.put(value);
        return HexFormat.of().formatHex(digest.sha.digest());
    }

    /**
     * Adds a value.
     *
     * @param value a value of a known class
     * @return this
     * @throws IllegalArgumentException if a part of the value is of no known class
     */
    public ContentDigest put(Object value) {
        if (value instanceof Digestible digestible) {
            tag('V').text(value.getClass().getName());
            digestible.digestTo(this);
        } else if (value instanceof Record record) {
            putRecord(record);
        } else if (value instanceof List<?> list) {
            tag('L').bits(list.size());
            list.forEach(this::put);
        } else if (value instanceof Optional<?> optional) {
            tag(optional.isPresent() ? 'P' : 'N');
            optional.ifPresent(this::put);
        } else if (value instanceof String text) {
            tag('S').text(text);
        } else if (value instanceof Enum<?> constant) {
            tag('E').text(constant.name());
        } else if (value instanceof Boolean bool) {
            tag(bool ? 'T' : 'F');
        } else if (value instanceof Double || value instanceof Float) {
            tag('D').bits(Double.doubleToLongBits(((Number) value).doubleValue()));
        } else if (value instanceof Number number) {
            tag('I').bits(number.longValue());
        } else {
            putArray(value);
        }
        return this;
    }

    private void putRecord(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        tag('R').text(record.getClass().getName()).bits(components.length);
        for (RecordComponent component : components) {
            try {
                put(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(
                        "cannot read '" + component.getName() + "' of "
                                + record.getClass().getName() + "; is the record public?",
                        e);
            }
        }
    }

    private void putArray(Object value) {
        if (value instanceof float[] floats) {
            tag('f').bits(floats.length);
            putFloats(floats);
        } else if (value instanceof double[] doubles) {
            tag('d').bits(doubles.length);
            for (double number : doubles) {
                number(Double.doubleToLongBits(number));
            }
        } else if (value instanceof int[] ints) {
            tag('i').bits(ints.length);
            for (int number : ints) {
                number(number);
            }
        } else if (value instanceof long[] longs) {
            tag('l').bits(longs.length);
            for (long number : longs) {
                number(number);
            }
        } else if (value instanceof boolean[] flags) {
            tag('b').bits(flags.length);
            for (boolean flag : flags) {
                number(flag ? 1 : 0);
            }
        } else {
            throw new IllegalArgumentException(
                    "a value of " + value.getClass().getName() + " has no digest");
        }
        flush();
    }

    private void putFloats(float[] floats) {
        int step = CHUNK / Float.BYTES;
        for (int at = 0; at < floats.length; at += step) {
            putFloats(floats, at, Math.min(floats.length, at + step));
            flush();
        }
    }

    private void putFloats(float[] floats, int from, int to) {
        for (int i = from; i < to; i++) {
            buffer.putInt(Float.floatToIntBits(floats[i]));
        }
    }

    private void number(long bits) {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(bits);
    }

    private ContentDigest tag(char kind) {
        flush();
        sha.update((byte) kind);
        return this;
    }

    private ContentDigest text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bits(bytes.length);
        sha.update(bytes);
        return this;
    }

    private ContentDigest bits(long bits) {
        buffer.putLong(bits);
        flush();
        return this;
    }

    private void flush() {
        buffer.flip();
        sha.update(buffer);
        buffer.clear();
    }
}
