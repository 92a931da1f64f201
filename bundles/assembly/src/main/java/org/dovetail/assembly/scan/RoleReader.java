package org.dovetail.assembly.scan;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Reads roles from the class files of interfaces, each once. */
final class RoleReader {

    private static final String ROLE = "Lorg/dovetail/task/Role;";

    private final ClassSpaces spaces = new ClassSpaces();
    private final Map<BundleWiring, Map<String, Optional<RoleDescription>>> known =
            new IdentityHashMap<>();

    /**
     * Returns the role that an interface is.
     *
     * @param user the bundle that uses the interface
     * @param interfaceName the interface
     * @return the role; nothing if the interface is none
     */
    Optional<RoleDescription> role(Bundle user, String interfaceName) {
        BundleWiring provider = spaces.provider(user, interfaceName).orElse(null);
        if (provider == null || interfaceName.startsWith("java.")) {
            return Optional.empty();
        }
        Map<String, Optional<RoleDescription>> there =
                known.computeIfAbsent(provider, wiring -> new HashMap<>());
        Optional<RoleDescription> role = there.get(interfaceName);
        if (role == null) {
            role = read(provider.getBundle(), interfaceName, spaces.name(provider));
            there.put(interfaceName, role);
        }
        return role;
    }

    /** Forgets what is no longer used. */
    void forgetUnused() {
        known.keySet().removeIf(wiring -> !wiring.isInUse());
        spaces.forgetUnused();
    }

    private static Optional<RoleDescription> read(
            Bundle bundle, String interfaceName, String space) {
        AnnotationValues role = new AnnotationValues();
        boolean[] found = new boolean[1];
        try {
            new ClassReader(ClassFile.read(bundle, interfaceName))
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public @Nullable AnnotationVisitor visitAnnotation(
                                        String descriptor, boolean visible) {
                                    boolean isRole = descriptor.equals(ROLE);
                                    found[0] |= isRole;
                                    return isRole ? role : null;
                                }
                            },
                            ClassReader.SKIP_CODE
                                    | ClassReader.SKIP_DEBUG
                                    | ClassReader.SKIP_FRAMES);
        } catch (TaskException | IllegalArgumentException e) {
            return Optional.empty(); // an interface of a service that is none of ours
        }
        return found[0]
                ? Optional.of(new RoleDescription(
                        role.text("value"),
                        role.text("doc"),
                        interfaceName,
                        role.flag("permitsNone"),
                        space))
                : Optional.empty();
    }
}
