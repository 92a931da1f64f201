package org.dovetail.assembly.config;

/**
 * Where a value came from.
 *
 * @param kind the kind of layer
 * @param source the file as it was named, the option as it was given, or the algorithm whose default
 *     it is
 * @param line the line in the file, from 1; 0 if there is none
 * @param column the column in the file, from 1; 0 if there is none
 * @since 1.0
 */
public record Origin(Layer.Kind kind, String source, int line, int column) {

    /** Returns {@code file:line:column}, the option, or {@code default of mesh@1.0.0}. */
    @Override
    public String toString() {
        if (kind == Layer.Kind.DEFAULT) {
            return "default of " + source;
        }
        return line > 0 ? source + ":" + line + ":" + column : source;
    }
}
