package org.dovetail.assembly.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.assembly.Descriptions;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.resolution.Resolver;
import org.junit.jupiter.api.Test;

class RoleProxiesTest {

    /** Asks this loader once for each role of the tree, and goes on where it has none. */
    @Test
    void rolesThatOnlyBundlesKnowAreLeftForLater() {
        List<String> asked = new ArrayList<>();
        ClassLoader none = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                asked.add(name);
                throw new ClassNotFoundException(name);
            }
        };
        TreeRequest request =
                new TreeRequest("pipeline-task", Selector.parse("process-ccd"), List.of());
        TreePlan plan =
                new Resolver(Descriptions.catalogue(), request).resolve().plan();
        RoleProxies.make(plan.root(), none);
        assertEquals("org.example.pipeline-task", asked.get(0));
        assertTrue(asked.size() > 1, asked::toString);
        assertEquals(asked.stream().distinct().toList(), asked);
    }
}
