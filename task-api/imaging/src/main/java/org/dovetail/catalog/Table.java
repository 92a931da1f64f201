package org.dovetail.catalog;

import java.lang.reflect.Array;
import java.util.Arrays;

/** Arrays of the types that columns have. */
final class Table {

    private Table() {}

    static Object create(Column.Type type, int rows) {
        return switch (type) {
            case DOUBLE -> {
                double[] values = new double[rows];
                Arrays.fill(values, Double.NaN);
                yield values;
            }
            case FLOAT -> {
                float[] values = new float[rows];
                Arrays.fill(values, Float.NaN);
                yield values;
            }
            case LONG -> new long[rows];
            case INT -> new int[rows];
            case BOOLEAN -> new boolean[rows];
        };
    }

    /** Returns a copy with other values. */
    static Object other(Object column) {
        Object copy = copy(column);
        if (copy instanceof boolean[] values) {
            for (int i = 0; i < values.length; i++) {
                values[i] = !values[i];
            }
        } else if (copy instanceof double[] || copy instanceof float[]) {
            for (int i = 0; i < Array.getLength(copy); i++) {
                double value = number(copy, i);
                set(copy, i, Double.isFinite(value) ? 1.5 * value + 1 : i);
            }
        } else {
            for (int i = 0; i < Array.getLength(copy); i++) {
                setWhole(copy, i, whole(copy, i) + 1);
            }
        }
        return copy;
    }

    static double number(Object column, int row) {
        if (column instanceof double[] values) {
            return values[row];
        } else if (column instanceof float[] values) {
            return values[row];
        }
        return whole(column, row);
    }

    static long whole(Object column, int row) {
        if (column instanceof int[] values) {
            return values[row];
        } else if (column instanceof long[] values) {
            return values[row];
        }
        throw new IllegalArgumentException(
                "a column of " + column.getClass().getSimpleName() + " has no whole numbers");
    }

    static void set(Object column, int row, double value) {
        if (column instanceof double[] values) {
            values[row] = value;
        } else if (column instanceof float[] values) {
            values[row] = (float) value;
        } else {
            throw new IllegalArgumentException(
                    "a column of " + column.getClass().getSimpleName() + " takes no fractions");
        }
    }

    static void setWhole(Object column, int row, long value) {
        if (column instanceof int[] values) {
            values[row] = Math.toIntExact(value);
        } else {
            ((long[]) column)[row] = value;
        }
    }

    static Object copy(Object column) {
        if (column instanceof double[] values) {
            return values.clone();
        } else if (column instanceof float[] values) {
            return values.clone();
        } else if (column instanceof int[] values) {
            return values.clone();
        } else if (column instanceof long[] values) {
            return values.clone();
        }
        return ((boolean[]) column).clone();
    }
}
