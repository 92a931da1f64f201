package org.dovetail.assembly.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.catalogue.AlgorithmDetails;
import org.dovetail.assembly.catalogue.Cardinality;
import org.dovetail.assembly.catalogue.DatasetDescription;
import org.dovetail.assembly.catalogue.Parameter;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.task.SettingDescription;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/** Reads the details of one algorithm from its component description and its class file. */
final class DetailsReader {

    private static final String PIPELINE_TASK = "org.dovetail.pipeline.PipelineTask";

    private final Bundle bundle;
    private final ComponentDescriptionDTO component;
    private final RoleReader roles;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<SlotDescription> slots = new ArrayList<>();
    private List<SettingDescription> settings = List.of();

    DetailsReader(Bundle bundle, ComponentDescriptionDTO component, RoleReader roles) {
        this.bundle = bundle;
        this.component = component;
        this.roles = roles;
    }

    /**
     * Reads the details.
     *
     * @throws TaskException whose message is the reason if the algorithm cannot be used
     */
    AlgorithmDetails read() {
        try {
            byte[] bytes = ClassFile.read(bundle, component.implementationClass);
            ConstructorReader constructor = new ConstructorReader(bytes, component);
            Type[] types = constructor.types();
            for (int i = 0; i < types.length; i++) {
                parameter(i, types[i]);
            }
            List<String> records = Arrays.asList(component.serviceInterfaces)
                            .contains(PIPELINE_TASK)
                    ? Generics.ofInterface(constructor.signature(), PIPELINE_TASK.replace('.', '/'))
                    : List.of();
            return new AlgorithmDetails(
                    settings,
                    slots,
                    datasets(records, 0, "Input"),
                    datasets(records, 1, "Output"),
                    parameters);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // how ASM complains
            throw ClassFile.refusal(
                    "class " + component.implementationClass + " cannot be read: " + e);
        }
    }

    private List<DatasetDescription> datasets(List<String> records, int index, String annotation) {
        if (records.size() != 2) {
            return List.of();
        }
        String record = records.get(index);
        return DatasetReader.read(record, ClassFile.read(bundle, record), annotation);
    }

    private void parameter(int index, Type type) {
        ReferenceDTO reference = reference(index);
        if (reference == null) {
            settings(index, type);
            return;
        }
        Cardinality cardinality = cardinality(reference);
        RoleDescription role = roles.role(bundle, reference.interfaceName);
        if (role != null) {
            slots.add(new SlotDescription(reference.name, role, cardinality, defaults(reference)));
        }
        parameters.add(new Parameter(
                role != null ? Parameter.Kind.SLOT : Parameter.Kind.SERVICE,
                reference.name,
                reference.interfaceName,
                cardinality,
                reference.target == null ? "" : reference.target));
    }

    private @Nullable ReferenceDTO reference(int index) {
        for (ReferenceDTO reference : component.references) {
            if (reference.parameter != null && reference.parameter == index) {
                return reference;
            }
        }
        return null;
    }

    private void settings(int index, Type type) {
        String common = roleSettings();
        if (type.getSort() == Type.OBJECT && type.getClassName().equals(common)) {
            parameters.add(
                    new Parameter(Parameter.Kind.ROLE_SETTINGS, "", common, Cardinality.ONE, ""));
            return;
        }
        boolean first = parameters.stream().noneMatch(p -> p.kind() == Parameter.Kind.SETTINGS);
        Optional<List<SettingDescription>> read = type.getSort() == Type.OBJECT && first
                ? SettingsReader.read(ClassFile.read(bundle, type.getClassName()))
                : Optional.empty();
        settings = read.orElseThrow(() -> ClassFile.refusal("parameter " + (index + 1)
                + " of the constructor (" + type.getClassName()
                + ") is neither a @Reference nor the annotation with the settings"));
        parameters.add(new Parameter(
                Parameter.Kind.SETTINGS, "", type.getClassName(), Cardinality.ONE, ""));
    }

    /** Returns the annotation with the settings that all algorithms of the role have in common. */
    private String roleSettings() {
        for (String each : component.serviceInterfaces) {
            RoleDescription role = roles.role(bundle, each);
            if (role != null) {
                return role.settingsType();
            }
        }
        return "";
    }

    private static Cardinality cardinality(ReferenceDTO reference) {
        return switch (reference.cardinality) {
            case "0..1" -> Cardinality.OPTIONAL;
            case "0..n" -> Cardinality.LIST;
            case "1..n" -> Cardinality.AT_LEAST_ONE;
            default -> Cardinality.ONE;
        };
    }

    /** Reads the default algorithms from a target such as {@code (|(task.type=a)(task.type=b))}. */
    private static List<String> defaults(ReferenceDTO reference) {
        String target = reference.target == null ? "" : reference.target.replace(" ", "");
        boolean several = target.startsWith("(|") && target.endsWith("))");
        String rest = several ? target.substring(2, target.length() - 1) : target;
        List<String> names = new ArrayList<>();
        while (!rest.isEmpty()) {
            int end = rest.indexOf(')');
            if (!rest.startsWith("(task.type=") || end < 0) {
                throw ClassFile.refusal("the target '" + reference.target + "' of reference '"
                        + reference.name + "' must be (task.type=NAME), or (|(task.type=A)"
                        + "(task.type=B)) for a list");
            }
            names.add(rest.substring("(task.type=".length(), end));
            rest = rest.substring(end + 1);
        }
        return names;
    }
}
