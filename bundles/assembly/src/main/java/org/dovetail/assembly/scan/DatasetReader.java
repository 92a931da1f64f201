package org.dovetail.assembly.scan;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.assembly.catalogue.Cardinality;
import org.dovetail.assembly.catalogue.DatasetDescription;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/** Reads datasets from the class file of a pipeline task's record. */
final class DatasetReader extends ClassVisitor {

    private final String className;
    private final String annotation;
    private final List<DatasetDescription> datasets = new ArrayList<>();

    private DatasetReader(String className, String annotation) {
        super(Opcodes.ASM9);
        this.className = className;
        this.annotation = annotation;
    }

    /**
     * Reads the datasets, in the order of the record.
     *
     * @param className the record
     * @param bytes its class file
     * @param annotation {@code Input} or {@code Output}
     */
    static List<DatasetDescription> read(String className, byte[] bytes, String annotation) {
        DatasetReader reader = new DatasetReader(className, annotation);
        new ClassReader(bytes).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return reader.datasets;
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(
            String name, String descriptor, @Nullable String signature) {
        AnnotationValues values = new AnnotationValues();
        return new RecordComponentVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
                return type.equals("Lorg/dovetail/pipeline/" + annotation + ";") ? values : null;
            }

            @Override
            public void visitEnd() {
                if (values.isEmpty()) {
                    throw ClassFile.refusal(
                            "component '" + name + "' of " + className + " has no @" + annotation);
                }
                datasets.add(describe(name, descriptor, signature, values));
            }
        };
    }

    private static DatasetDescription describe(
            String name, String descriptor, @Nullable String signature, AnnotationValues values) {
        Cardinality cardinality = switch (descriptor) {
            case "Ljava/util/Optional;" -> Cardinality.OPTIONAL;
            case "Ljava/util/List;" -> Cardinality.LIST;
            default -> Cardinality.ONE;
        };
        Type type = Type.getType(descriptor);
        List<String> arguments = cardinality == Cardinality.ONE
                ? List.of(type.getClassName())
                : Generics.ofType(signature, type.getInternalName());
        return new DatasetDescription(
                name,
                values.text("value"),
                arguments.isEmpty() ? "java.lang.Object" : arguments.get(0),
                values.text("doc"),
                values.flag("primary"),
                cardinality);
    }
}
