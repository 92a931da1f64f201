package org.dovetail.benchmarks.slots;

import java.nio.file.Path;
import java.util.Arrays;
import org.dovetail.benchmarks.installed.Installation;

/** Measures in an installation; arguments: its folder, a bundle, and what that is given. */
public final class StrictBenchmark {

    private static final String MEASURES = "org.dovetail.benchmarks.slots.StrictCost";

    private StrictBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (Installation installed = Installation.of(Path.of(args[0]), "")) {
            installed
                    .make(
                            Path.of(args[1]),
                            MEASURES,
                            Runnable.class,
                            Arrays.copyOfRange(args, 2, args.length))
                    .run();
        }
    }
}
