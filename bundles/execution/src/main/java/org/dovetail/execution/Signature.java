package org.dovetail.execution;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.pipeline.Input;
import org.dovetail.pipeline.Output;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * The datasets that a pipeline task takes and gives, read from the types of its records.
 *
 * @param recordType the record of inputs
 * @param inputs the datasets it takes, in the record's order; just one is primary
 * @param outputs the datasets it gives, in the record's order
 * @since 1.0
 */
public record Signature(Class<? extends Record> recordType, List<Port> inputs, List<Port> outputs) {

    /** Copies the lists. */
    public Signature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * Reads the signature of a task's class.
     *
     * @param task the class that implements {@link PipelineTask}
     * @return its signature
     * @throws TaskException with {@code BROKEN_CONTRACT} if the types do not say what they must
     */
    public static Signature of(Class<?> task) {
        Type[] records = arguments(task)
                .orElseThrow(() -> broken(task, "does not name its records of inputs and outputs"));
        Class<? extends Record> in = record(task, records[0]);
        Signature signature =
                new Signature(in, ports(task, in), ports(task, record(task, records[1])));
        if (signature.inputs.stream().filter(Port::primary).count() != 1) {
            throw broken(task, "must have just one primary input");
        }
        return signature;
    }

    /** Returns the primary input. */
    public Port primary() {
        return inputs.stream().filter(Port::primary).findFirst().orElseThrow();
    }

    /**
     * Makes the record of inputs.
     *
     * @param datasets the datasets read, by dataset type
     * @return the record
     */
    Record input(Map<String, List<Object>> datasets) {
        Object[] values = inputs.stream()
                .map(port -> {
                    List<Object> found = datasets.getOrDefault(port.dataset(), List.of());
                    return switch (port.count()) {
                        case ONE -> found.get(0);
                        case OPTIONAL -> found.stream().findFirst();
                        case MANY -> found;
                    };
                })
                .toArray();
        Class<?>[] types = Arrays.stream(recordType.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = recordType.getConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused
                    ? refused
                    : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw broken(recordType, "must be public, and so must its constructor");
        }
    }

    /**
     * Takes a record of outputs apart.
     *
     * @param record what the task gave
     * @return the datasets that are there, by dataset type, in order
     */
    Map<String, Object> output(Record record) {
        Map<String, Object> datasets = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Output output = component.getAnnotation(Output.class);
            Object value = value(component, record);
            if (value instanceof Optional<?> optional) {
                optional.ifPresent(present -> datasets.put(output.value(), present));
            } else if (value == null) {
                throw broken(record.getClass(), "has null for '" + output.value() + "'");
            } else {
                datasets.put(output.value(), value);
            }
        }
        return datasets;
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw broken(record.getClass(), "must be public");
        }
    }

    private static Optional<Type[]> arguments(Class<?> task) {
        for (Class<?> c = task; c != null; c = c.getSuperclass()) {
            for (Type candidate : c.getGenericInterfaces()) {
                if (candidate instanceof ParameterizedType type
                        && type.getRawType() == PipelineTask.class) {
                    return Optional.of(type.getActualTypeArguments());
                }
            }
        }
        return Optional.empty();
    }

    private static Class<? extends Record> record(Class<?> task, Type type) {
        if (type instanceof Class<?> candidate && candidate.isRecord()) {
            return candidate.asSubclass(Record.class);
        }
        throw broken(task, "has '" + type.getTypeName() + "' for a record");
    }

    private static List<Port> ports(Class<?> task, Class<? extends Record> record) {
        List<Port> ports = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            ports.add(port(task, component, component));
        }
        return ports;
    }

    private static Port port(Class<?> task, RecordComponent component, AnnotatedElement marks) {
        Port.Count count = component.getType() == Optional.class
                ? Port.Count.OPTIONAL
                : component.getType() == List.class ? Port.Count.MANY : Port.Count.ONE;
        Type type = component.getGenericType();
        if (count != Port.Count.ONE && type instanceof ParameterizedType container) {
            type = container.getActualTypeArguments()[0];
        }
        Class<?> raw = type instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : type instanceof Class<?> plain ? plain : Object.class;
        Input input = marks.getAnnotation(Input.class);
        Output output = marks.getAnnotation(Output.class);
        if (input != null) {
            return new Port(input.value(), input.doc(), raw, count, input.primary());
        } else if (output != null) {
            return new Port(output.value(), output.doc(), raw, count, false);
        }
        throw broken(task, "component '" + component.getName() + "' has no @Input or @Output");
    }

    private static TaskException broken(Class<?> where, String what) {
        return new TaskException(ErrorCode.BROKEN_CONTRACT, where.getName() + " " + what);
    }
}
