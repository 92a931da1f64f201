package org.dovetail.mutants;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What came of the test kit of a role for one algorithm, run as a plugin author runs it.
 *
 * @param passed test methods all of whose runs passed
 * @param failed test methods of which a run failed, with what it said
 * @param skipped test methods that were skipped or given up
 */
record KitRun(Set<String> passed, Map<String, String> failed, Set<String> skipped) {

    /** Runs the tests of a class that takes its algorithm from {@link Subject}. */
    static KitRun of(Class<?> kit, Supplier<?> algorithm) {
        Subject.set(algorithm);
        Recorder recorder = new Recorder();
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(alone)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(kit))
                                .build(),
                        recorder);
        recorder.run.passed.removeAll(recorder.run.failed.keySet());
        return recorder.run;
    }

    private static final class Recorder implements TestExecutionListener {

        private final KitRun run = new KitRun(new TreeSet<>(), new TreeMap<>(), new TreeSet<>());

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String name = name(test);
            switch (result.getStatus()) {
                case SUCCESSFUL -> {
                    if (test.isTest()) {
                        run.passed.add(name);
                    }
                }
                case ABORTED -> run.skipped.add(name);
                case FAILED ->
                    run.failed.put(
                            name, result.getThrowable().map(Throwable::toString).orElse(""));
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            run.skipped.add(name(test));
        }

        private static String name(TestIdentifier test) {
            return test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName())
                    .orElse(test.getDisplayName());
        }
    }
}
