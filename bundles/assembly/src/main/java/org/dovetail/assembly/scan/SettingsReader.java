package org.dovetail.assembly.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.task.SettingDescription;
import org.dovetail.task.SettingType;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads settings from the class file of a settings annotation. */
final class SettingsReader extends ClassVisitor {

    private static final String SETTING = "Lorg/dovetail/task/Setting;";

    private static final Map<String, Class<?>> TYPES = Map.of(
            "Z", boolean.class,
            "I", int.class,
            "J", long.class,
            "D", double.class,
            "Ljava/lang/String;", String.class,
            "[I", int[].class,
            "[D", double[].class,
            "[Ljava/lang/String;", String[].class);

    private final List<SettingDescription> settings = new ArrayList<>();
    private boolean annotation;

    private SettingsReader() {
        super(Opcodes.ASM9);
    }

    /**
     * Reads the settings, in the order of their names.
     *
     * @param bytes the class file
     * @return the settings, or nothing if the class is no annotation
     * @throws TaskException whose message is the reason if a setting cannot be used
     */
    static Optional<List<SettingDescription>> read(byte[] bytes) {
        SettingsReader reader = new SettingsReader();
        new ClassReader(bytes).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        reader.settings.sort(Comparator.comparing(SettingDescription::name));
        return reader.annotation ? Optional.of(reader.settings) : Optional.empty();
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String[] interfaces) {
        annotation = (access & Opcodes.ACC_ANNOTATION) != 0;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        boolean element = annotation && (access & Opcodes.ACC_ABSTRACT) != 0;
        return element ? new Element(name, descriptor.substring(2)) : null;
    }

    /** Reads one element. */
    private final class Element extends MethodVisitor {

        private final String name;
        private final String type;
        private final AnnotationValues value = new AnnotationValues();
        private final AnnotationValues setting = new AnnotationValues();

        Element(String name, String type) {
            super(Opcodes.ASM9);
            this.name = name;
            this.type = type;
        }

        @Override
        public AnnotationVisitor visitAnnotationDefault() {
            return value;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return descriptor.equals(SETTING) ? setting : null;
        }

        @Override
        public void visitEnd() {
            SettingDescription open = describe(Optional.empty());
            if (value.isEmpty()) {
                if (!open.deprecated().isEmpty()) {
                    throw ClassFile.refusal(
                            "setting '" + name + "' is deprecated, so it must have a default");
                }
                settings.add(open);
                return;
            }
            try {
                settings.add(describe(Optional.of(open.bind(value.only()))));
            } catch (IllegalArgumentException e) {
                throw ClassFile.refusal("the default of setting '" + name + "' " + e.getMessage());
            }
        }

        private SettingDescription describe(Optional<Object> defaultValue) {
            Class<?> javaType = TYPES.get(type);
            SettingType settingType =
                    javaType == null ? null : SettingType.of(javaType).orElse(null);
            if (settingType == null) {
                throw ClassFile.refusal("setting '" + name + "' has the type "
                        + Type.getType(type).getClassName()
                        + ", which a setting may not have");
            }
            return new SettingDescription(
                    name,
                    settingType,
                    defaultValue,
                    setting.text("value"),
                    setting.text("unit"),
                    setting.number("min", Double.NEGATIVE_INFINITY),
                    setting.number("max", Double.POSITIVE_INFINITY),
                    setting.texts("choices"),
                    setting.text("deprecated"));
        }
    }
}
