package org.dovetail.assembly.recorded;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;

/** Reads what a {@link ValueOutput} wrote. */
final class ValueInput {

    private final DataInputStream in;
    private final List<Object> read = new ArrayList<>();
    private final Map<String, Constructor<?>> constructors = new HashMap<>();

    ValueInput(DataInputStream in) {
        this.in = in;
    }

    <T> T read(Class<T> type) throws IOException {
        Object value = read();
        if (!type.isInstance(value)) {
            throw new IOException("a " + value.getClass().getName() + " instead of a " + type);
        }
        return type.cast(value);
    }

    private Object read() throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case Tag.SAME -> read.get(in.readInt());
            case Tag.TEXT -> remember(in.readUTF());
            case Tag.VERSION -> remember(Version.parseVersion(in.readUTF()));
            case Tag.ENUM -> remember(constant());
            case Tag.RECORD -> remember(record());
            case Tag.LIST -> list();
            case Tag.PRESENT -> Optional.of(read());
            case Tag.ABSENT -> Optional.empty();
            case Tag.ARRAY -> array();
            case Tag.TRUE -> true;
            case Tag.FALSE -> false;
            case Tag.INT -> in.readInt();
            case Tag.LONG -> in.readLong();
            case Tag.DOUBLE -> in.readDouble();
            default -> throw new IOException("no such tag: " + tag);
        };
    }

    private Object remember(Object value) {
        read.add(value);
        return value;
    }

    private List<Object> list() throws IOException {
        int size = in.readInt();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(read());
        }
        return list;
    }

    private Object array() throws IOException {
        Class<?> type = elementType(in.readUTF());
        int size = in.readInt();
        Object array = Array.newInstance(type, size);
        for (int i = 0; i < size; i++) {
            Array.set(array, i, read());
        }
        return array;
    }

    private static Class<?> elementType(String name) throws IOException {
        return switch (name) {
            case "boolean" -> boolean.class;
            case "int" -> int.class;
            case "long" -> long.class;
            case "double" -> double.class;
            case "java.lang.String" -> String.class;
            default -> throw new IOException("an array of " + name);
        };
    }

    private Object constant() throws IOException {
        Class<?> type = ours(read(String.class));
        String name = read(String.class);
        for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IOException("no constant " + name + " in " + type);
    }

    private Object record() throws IOException {
        String name = read(String.class);
        Constructor<?> constructor = constructors.get(name);
        if (constructor == null) {
            constructor = canonical(ours(name));
            constructors.put(name, constructor);
        }
        Object[] arguments = new Object[constructor.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = read();
        }
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IOException("cannot make a " + name, e);
        }
    }

    private static Constructor<?> canonical(Class<?> type) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IOException(type + " is no record");
        }
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IOException(e);
        }
    }

    private static Class<?> ours(String name) throws IOException {
        if (!name.startsWith("org.dovetail.")) {
            throw new IOException("a foreign class: " + name);
        }
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }
}
