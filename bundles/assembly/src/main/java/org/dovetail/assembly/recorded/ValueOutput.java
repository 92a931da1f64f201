package org.dovetail.assembly.recorded;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * Writes records of records, lists, options, enums, arrays, texts and numbers. Whatever component a
 * record gets is written too: nothing here names one.
 */
final class ValueOutput {

    private final DataOutputStream out;
    private final Map<Object, Integer> written = new HashMap<>();

    ValueOutput(DataOutputStream out) {
        this.out = out;
    }

    void write(Object value) throws IOException {
        if (value instanceof List<?> list) {
            tag(Tag.LIST);
            out.writeInt(list.size());
            for (Object element : list) {
                write(element);
            }
        } else if (value instanceof Optional<?> option) {
            tag(option.isPresent() ? Tag.PRESENT : Tag.ABSENT);
            if (option.isPresent()) {
                write(option.get());
            }
        } else if (value.getClass().isArray()) {
            array(value);
        } else {
            once(value);
        }
    }

    /** Writes a value, or its number if an equal one was written before. */
    private void once(Object value) throws IOException {
        Integer before = written.get(value);
        if (before != null) {
            tag(Tag.SAME);
            out.writeInt(before);
            return;
        }
        if (value instanceof String text) {
            tag(Tag.TEXT);
            out.writeUTF(text);
        } else if (value instanceof Enum<?> constant) {
            tag(Tag.ENUM);
            write(constant.getDeclaringClass().getName());
            write(constant.name());
        } else if (value instanceof Version version) {
            tag(Tag.VERSION);
            out.writeUTF(version.toString());
        } else if (value instanceof Record) {
            record((Record) value);
        } else {
            number(value);
            return;
        }
        written.put(value, written.size());
    }

    private void record(Record value) throws IOException {
        tag(Tag.RECORD);
        write(value.getClass().getName());
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                write(component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IOException("cannot write " + component, e);
            }
        }
    }

    private void array(Object array) throws IOException {
        tag(Tag.ARRAY);
        out.writeUTF(array.getClass().getComponentType().getName());
        out.writeInt(Array.getLength(array));
        for (int i = 0; i < Array.getLength(array); i++) {
            write(Array.get(array, i));
        }
    }

    private void number(Object value) throws IOException {
        if (value instanceof Boolean truth) {
            tag(truth ? Tag.TRUE : Tag.FALSE);
        } else if (value instanceof Integer number) {
            tag(Tag.INT);
            out.writeInt(number);
        } else if (value instanceof Long number) {
            tag(Tag.LONG);
            out.writeLong(number);
        } else if (value instanceof Double number) {
            tag(Tag.DOUBLE);
            out.writeDouble(number);
        } else {
            throw new IOException("cannot write a " + value.getClass().getName());
        }
    }

    private void tag(int tag) throws IOException {
        out.writeByte(tag);
    }
}
