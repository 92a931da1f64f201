package org.dovetail.assembly.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects the elements of one annotation, as far as they are written. */
final class AnnotationValues extends AnnotationVisitor {

    private static final String ONLY = "";

    private final Map<String, Object> values = new HashMap<>();

    AnnotationValues() {
        super(Opcodes.ASM9);
    }

    String text(String name) {
        return values.getOrDefault(name, "").toString();
    }

    /** Returns the name of a class; an empty text if none is written, or {@code void}. */
    String type(String name) {
        return values.get(name) instanceof Type type && type.getSort() == Type.OBJECT
                ? type.getClassName()
                : "";
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    double number(String name, double otherwise) {
        return values.get(name) instanceof Number number ? number.doubleValue() : otherwise;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (values.get(name) instanceof List<?> list) {
            list.forEach(item -> texts.add(item.toString()));
        }
        return texts;
    }

    /** Returns the value of an element's default: nothing if it has none. */
    Object only() {
        return values.getOrDefault(ONLY, List.of());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public void visit(String name, Object value) {
        values.put(name == null ? ONLY : name, value);
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
        List<Object> items = new ArrayList<>();
        values.put(name == null ? ONLY : name, items);
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(String none, Object value) {
                items.add(value);
            }
        };
    }
}
