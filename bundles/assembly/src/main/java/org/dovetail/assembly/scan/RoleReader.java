package org.dovetail.assembly.scan;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.task.SettingDescription;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Reads roles from the class files of interfaces, each once; for any number of threads. */
final class RoleReader {

    private static final String ROLE = "Lorg/dovetail/task/Role;";

    private final ClassSpaces spaces = new ClassSpaces();
    private final Map<BundleWiring, Map<String, @Nullable RoleDescription>> known =
            new IdentityHashMap<>();

    /**
     * Returns the role that an interface is.
     *
     * @param user the bundle that uses the interface
     * @param interfaceName the interface
     * @return the role; nothing if the interface is none
     */
    synchronized @Nullable RoleDescription role(Bundle user, String interfaceName) {
        BundleWiring provider =
                interfaceName.startsWith("java.") ? null : spaces.provider(user, interfaceName);
        if (provider == null) {
            return null;
        }
        Map<String, @Nullable RoleDescription> there = known.get(provider);
        if (there == null) {
            there = new HashMap<>();
            known.put(provider, there);
        }
        if (!there.containsKey(interfaceName)) {
            there.put(
                    interfaceName,
                    read(provider.getBundle(), interfaceName, spaces.name(provider)));
        }
        return there.get(interfaceName);
    }

    /** Forgets what is no longer used. */
    synchronized void forgetUnused() {
        ClassSpaces.removeUnused(known.keySet());
        spaces.forgetUnused();
    }

    private static @Nullable RoleDescription read(
            Bundle bundle, String interfaceName, String space) {
        AnnotationValues role = new AnnotationValues();
        List<SettingDescription> settings = List.of();
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
            if (!settingsType(role).isEmpty()) {
                settings = SettingsReader.read(ClassFile.read(bundle, settingsType(role)))
                        .orElse(List.of());
            }
        } catch (TaskException | IllegalArgumentException e) {
            return null; // an interface of a service that is none of ours
        }
        return found[0]
                ? new RoleDescription(
                        role.text("value"),
                        role.text("doc"),
                        interfaceName,
                        role.flag("permitsNone"),
                        space,
                        settingsType(role),
                        settings)
                : null;
    }

    private static String settingsType(AnnotationValues role) {
        return role.type("settings");
    }
}
