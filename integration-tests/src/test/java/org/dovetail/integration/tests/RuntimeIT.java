package org.dovetail.integration.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The distribution's bundles and plugins in a framework. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class RuntimeIT {

    private static final String PLUGIN = "org.dovetail.plugin.";

    @Inject
    private BundleContext context;

    @Inject
    private ServiceComponentRuntime components;

    @Configuration
    public Option[] configuration() {
        return Provisioning.distribution();
    }

    @Test
    public void everyBundleIsActive() {
        assertEquals(
                List.of(),
                Arrays.stream(context.getBundles())
                        .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                        .filter(bundle -> bundle.getHeaders().get("Fragment-Host") == null)
                        .map(Bundle::toString)
                        .toList());
    }

    @Test
    public void everyPluginOffersARole() {
        Set<String> without = plugins().stream()
                .filter(plugin -> plugin.getHeaders().get("Private-Package") != null)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toCollection(TreeSet::new));
        for (ComponentDescriptionDTO each : descriptions()) {
            if (Arrays.stream(each.serviceInterfaces).anyMatch(RuntimeIT::isApi)) {
                without.remove(each.bundle.symbolicName);
            }
        }
        assertEquals(Set.of(), without);
    }

    @Test
    public void twoVersionsOfAPluginLiveSideBySide() throws IOException, BundleException {
        Bundle old = plugins().get(0);
        Path jar = Distribution.home().resolve("plugins/" + old.getSymbolicName() + ".jar");
        Bundle next = context.installBundle("memory:next", VersionedJar.of(jar, "2.0.0"));
        try {
            next.start();
            assertEquals(Bundle.ACTIVE, old.getState());
            assertEquals(Bundle.ACTIVE, next.getState());
            assertEquals(
                    components.getComponentDescriptionDTOs(old).size(),
                    components.getComponentDescriptionDTOs(next).size());
        } finally {
            next.uninstall();
        }
        assertTrue(components.getComponentDescriptionDTOs(next).isEmpty());
    }

    private List<Bundle> plugins() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith(PLUGIN))
                .toList();
    }

    private Collection<ComponentDescriptionDTO> descriptions() {
        return components.getComponentDescriptionDTOs();
    }

    private static boolean isApi(String name) {
        return name.startsWith("org.dovetail.role.")
                || name.startsWith("org.dovetail.task.")
                || name.startsWith("org.dovetail.pipeline.");
    }
}
