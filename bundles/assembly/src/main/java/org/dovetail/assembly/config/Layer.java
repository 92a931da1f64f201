package org.dovetail.assembly.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One source of settings and selections; a later layer wins over an earlier one.
 *
 * @param kind how strong it is
 * @param name the file as it was named, or the option as it was given, such as {@code -c
 *     background.use=mesh}
 * @param text the YAML text or what follows the option; absent for a file that is still to be read
 * @param file the file to read
 * @since 1.0
 */
public record Layer(Kind kind, String name, Optional<String> text, Optional<Path> file) {

    /** In a list of algorithms: those that earlier layers chose. */
    public static final String THOSE_BEFORE = "...";

    /** Spells out {@code SLOT+=ALGORITHM} as {@code SLOT=[..., ALGORITHM]}. */
    public Layer {
        if (kind == Kind.SET || kind == Kind.USE) {
            text = text.map(Addition::spelledOut);
        }
    }

    /** The kinds of layers, the weakest first. */
    public enum Kind {
        /** The defaults in the algorithms. */
        DEFAULT,
        /** The pipeline's file. */
        PIPELINE,
        /** The camera's overrides. */
        CAMERA,
        /** A file named on the command line. */
        FILE,
        /** One setting or selection, given on the command line or by a program. */
        SET,
        /** One selection of an algorithm, given on the command line or by a program. */
        USE
    }

    /**
     * A configuration file.
     *
     * @param kind {@code PIPELINE}, {@code CAMERA} or {@code FILE}
     * @param file the file
     */
    public static Layer file(Kind kind, Path file) {
        return new Layer(kind, file.toString(), Optional.empty(), Optional.of(file));
    }

    /**
     * Configuration text, as a file has it.
     *
     * @param kind {@code PIPELINE}, {@code CAMERA} or {@code FILE}
     * @param name what to call it in messages
     * @param yaml the text
     */
    public static Layer text(Kind kind, String name, String yaml) {
        return new Layer(kind, name, Optional.of(yaml), Optional.empty());
    }

    /**
     * One setting or selection: {@code -c PATH=VALUE}.
     *
     * @param assignment such as {@code background.mesh.boxSize=32} or {@code background.use=mesh}
     */
    public static Layer set(String assignment) {
        return new Layer(Kind.SET, "-c " + assignment, Optional.of(assignment), Optional.empty());
    }

    /**
     * One selection: {@code --use SLOT=ALGORITHM[@RANGE]}, or {@code SLOT+=ALGORITHM} that adds to
     * a list.
     *
     * @param selection such as {@code background=mesh@[1,2)}
     */
    public static Layer use(String selection) {
        return new Layer(Kind.USE, "--use " + selection, Optional.of(selection), Optional.empty());
    }
}
