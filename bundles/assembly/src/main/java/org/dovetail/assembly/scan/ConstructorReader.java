package org.dovetail.assembly.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Finds in a class file the constructor that activates a component, and nothing else that does. */
final class ConstructorReader extends ClassVisitor {

    private static final String ACTIVATE = "Lorg/osgi/service/component/annotations/Activate;";

    private final ComponentDescriptionDTO component;
    private final List<String> marked = new ArrayList<>();
    private final List<String> fitting = new ArrayList<>();
    private @Nullable String signature;
    private boolean usable;

    /**
     * Reads a class file.
     *
     * @param bytes the class file
     * @param component what the component runtime calls
     */
    ConstructorReader(byte[] bytes, ComponentDescriptionDTO component) {
        super(Opcodes.ASM9);
        this.component = component;
        new ClassReader(bytes).accept(this, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    }

    /** Returns the types of the parameters. */
    Type[] types() {
        List<String> found = marked.size() == 1 ? marked : fitting;
        if (!usable) {
            throw ClassFile.refusal("the class must be public and not abstract");
        }
        if (found.size() != 1) {
            throw ClassFile.refusal(
                    found.isEmpty()
                            ? "there is no public constructor with " + component.init
                                    + " parameters"
                            : "more than one constructor may be meant; mark one with @Activate");
        }
        return Type.getArgumentTypes(found.get(0));
    }

    /** Returns the generic signature of the class. */
    @Nullable
    String signature() {
        return signature;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String classSignature,
            @Nullable String superName,
            String[] interfaces) {
        signature = classSignature;
        usable = (access & Opcodes.ACC_PUBLIC) != 0 && (access & Opcodes.ACC_ABSTRACT) == 0;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            @Nullable String methodSignature,
            String @Nullable [] exceptions) {
        // The runtime names its defaults even if the class has no such methods.
        if (name.equals(component.activate)) {
            throw ClassFile.refusal("has an activate method; use the constructor");
        }
        if (name.equals(component.deactivate)) {
            throw ClassFile.refusal("has a deactivate method; implement AutoCloseable");
        }
        if (!name.equals("<init>")
                || (access & Opcodes.ACC_PUBLIC) == 0
                || Type.getArgumentTypes(descriptor).length != component.init) {
            return null;
        }
        fitting.add(descriptor);
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
                if (type.equals(ACTIVATE)) {
                    marked.add(descriptor);
                }
                return null;
            }
        };
    }
}
