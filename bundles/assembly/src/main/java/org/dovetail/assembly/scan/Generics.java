package org.dovetail.assembly.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Finds the type arguments that a class or a type gives to a generic type. */
final class Generics extends SignatureVisitor {

    private final String generic;
    private final List<String> arguments = new ArrayList<>();
    private int depth;
    private boolean inside;

    private Generics(String generic) {
        super(Opcodes.ASM9);
        this.generic = generic;
    }

    /**
     * Returns the type arguments of an interface that a class implements.
     *
     * @param signature the generic signature of the class
     * @param interfaceName the internal name of the interface
     * @return the names of the classes
     */
    static List<String> ofInterface(@Nullable String signature, String interfaceName) {
        Generics generics = new Generics(interfaceName);
        if (signature != null) {
            new SignatureReader(signature).accept(generics);
        }
        return generics.arguments;
    }

    /**
     * Returns the type arguments of a type.
     *
     * @param signature the generic signature of a field or record component
     * @param typeName the internal name of the generic type
     * @return the names of the classes
     */
    static List<String> ofType(@Nullable String signature, String typeName) {
        Generics generics = new Generics(typeName);
        if (signature != null) {
            new SignatureReader(signature).acceptType(generics);
        }
        return generics.arguments;
    }

    @Override
    public void visitClassType(String name) {
        depth++;
        if (depth == 1) {
            inside = name.equals(generic);
        } else if (depth == 2 && inside) {
            arguments.add(name.replace('/', '.'));
        }
    }

    @Override
    public void visitInnerClassType(String name) {
        if (depth == 2 && inside) {
            int last = arguments.size() - 1;
            arguments.set(last, arguments.get(last) + "$" + name);
        }
    }

    @Override
    public void visitEnd() {
        depth--;
    }
}
