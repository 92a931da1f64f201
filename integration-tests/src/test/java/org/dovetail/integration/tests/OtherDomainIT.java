package org.dovetail.integration.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.OptionUtils;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * A domain that nobody thought of: sound. Its roles and algorithms come in bundles beside those of
 * images, and nothing else changes. The test calls them by reflection, since their classes are also
 * on its own class path.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class OtherDomainIT {

    private static final String ROLES = "org.dovetail.fixture.sound";

    @Inject
    private BundleContext context;

    @Inject
    private TaskTrees trees;

    @Configuration
    public Option[] configuration() {
        return OptionUtils.combine(
                Provisioning.distribution(),
                CoreOptions.bundle(FixtureBundle.role("sound").toUri().toString()),
                CoreOptions.bundle(FixtureBundle.plugin("rms", "1.0.0").toUri().toString()),
                CoreOptions.bundle(FixtureBundle.plugin("rms", "2.1.0").toUri().toString()),
                CoreOptions.bundle(
                        FixtureBundle.plugin("faulty", "1.0.0").toUri().toString()));
    }

    @Test
    public void roleIsInTheCatalogueWithItsAlgorithms() {
        assertEquals(
                List.of("faulty@1.0.0", "rms@2.1.0", "rms@1.0.0"),
                trees.catalogue().algorithms().stream()
                        .filter(each -> each.role().name().equals("loudness"))
                        .map(AlgorithmDescription::toString)
                        .toList());
    }

    @Test
    public void treeIsBuiltAndCalled() throws ReflectiveOperationException {
        try (TaskTree<?> tree = build("rms", BuildOptions.STRICT)) {
            assertEquals(5, measure(tree, 3, -4, 5, -5, 5, -7, 5, 5, 5, 5), 0.1);
        }
    }

    @Test
    public void highestVersionInTheRangeIsTaken() {
        assertEquals("2.1.0", version("rms"));
        assertEquals("1.0.0", version("rms@[1,2)"));
        assertEquals("2.1.0", version("rms@2.1.0"));
    }

    @Test
    public void contractBlamesTheCaller() {
        try (TaskTree<?> tree = build("rms", BuildOptions.STRICT)) {
            InvocationTargetException e =
                    assertThrows(InvocationTargetException.class, () -> measure(tree));
            TaskException cause = (TaskException) e.getCause();
            assertEquals(ErrorCode.BROKEN_CONTRACT, cause.code());
            assertTrue(cause.getMessage(), cause.getMessage().contains("no samples"));
        }
    }

    @Test
    public void algorithmThatCannotBeMadeIsNamedAndHarmsNoOther()
            throws ReflectiveOperationException {
        TaskException e =
                assertThrows(TaskException.class, () -> build("faulty", BuildOptions.DEFAULT));
        assertTrue(e.getMessage(), e.getMessage().contains("faulty"));
        assertTrue(e.getMessage(), e.getMessage().contains("made to fail"));
        treeIsBuiltAndCalled();
    }

    private String version(String selector) {
        return trees.resolve(request(selector))
                .plan()
                .root()
                .algorithm()
                .version()
                .toString();
    }

    private TaskTree<?> build(String selector, BuildOptions options) {
        return trees.build(trees.resolve(request(selector)).plan(), role(), options);
    }

    private double measure(TaskTree<?> tree, double... samples)
            throws ReflectiveOperationException {
        return (double) role().getMethod("measure", double[].class).invoke(tree.task(), samples);
    }

    private Class<?> role() {
        Bundle roles = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(ROLES))
                .findFirst()
                .orElseThrow();
        try {
            return roles.loadClass(ROLES + ".Loudness");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TreeRequest request(String selector) {
        return new TreeRequest("loudness", Selector.parse(selector), List.of());
    }
}
