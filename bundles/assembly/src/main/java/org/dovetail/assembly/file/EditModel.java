package org.dovetail.assembly.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a change means, on maps and lists: what the changed text is compared with.
 *
 * <p>A name or a list in place of a slot's block is short for its {@code use}.
 */
final class EditModel {

    private static final String USE = "use";

    private EditModel() {}

    /** Returns what is at a place; nothing if nothing is. */
    static @Nullable Object at(@Nullable Object model, List<Object> steps) {
        Object here = model;
        for (Object step : steps) {
            if (step instanceof Integer index) {
                Object list = here instanceof Map<?, ?> slot ? slot.get(USE) : here;
                here = list instanceof List<?> items && index < items.size()
                        ? items.get(index)
                        : null;
            } else {
                here = here instanceof Map<?, ?> map ? map.get(step) : null;
            }
        }
        return here;
    }

    /** Returns a copy with a value at a place. */
    static Object set(@Nullable Object model, List<Object> steps, Object value) {
        if (steps.isEmpty()) {
            return value;
        }
        Object step = steps.get(0);
        List<Object> rest = steps.subList(1, steps.size());
        if (step instanceof Integer index) {
            if (model instanceof Map<?, ?> slot) {
                Map<Object, Object> copy = new LinkedHashMap<>(slot);
                copy.put(USE, set(slot.get(USE), steps, value));
                return copy;
            }
            List<Object> copy = new ArrayList<>(model instanceof List<?> list ? list : List.of());
            if (index < copy.size()) {
                copy.set(index, set(copy.get(index), rest, value));
            }
            return copy;
        }
        boolean block = model instanceof Map<?, ?> || model == null;
        if (!block && rest.isEmpty() && step.equals(USE)) {
            return value;
        }
        Map<Object, Object> copy = new LinkedHashMap<>();
        if (model instanceof Map<?, ?> map) {
            copy.putAll(map);
        } else if (model != null) {
            copy.put(USE, model);
        }
        copy.put(step, set(copy.get(step), rest, value));
        return copy;
    }
}
