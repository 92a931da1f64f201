package org.dovetail.assembly.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dovetail.assembly.Platform;
import org.dovetail.assembly.catalogue.AlgorithmService;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.TreePlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** Services that follow what is installed, when it changes after it was looked at. */
class FollowingTest {

    @TempDir
    private Path folder;

    private Platform platform;
    private Bundle plain;

    @BeforeEach
    void start() throws Exception {
        platform = new Platform(folder.resolve("cache"));
        plain = platform.plugin("plain", "1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        platform.stop();
    }

    @Test
    void bundleThatWasStoppedSinceTheCatalogueWasReadIsNotPublished() throws Exception {
        Catalogue before = platform.trees().catalogue();
        assertEquals(1, before.algorithms().size());
        plain.stop();
        AlgorithmServices late = new AlgorithmServices(platform.context());
        late.update(before);
        assertNull(platform.context().getServiceReference(AlgorithmService.class));
        plain.start();
        late.update(before);
        assertNotNull(platform.context().getServiceReference(AlgorithmService.class));
    }

    @Test
    void rootOfATreeThatWasLeftMeanwhileIsNotPublished() {
        RootService service =
                new RootService(platform.context(), Runnable.class, (Runnable) () -> {});
        service.want(Map.of());
        service.hide();
        service.show(() -> null);
        assertNull(platform.context().getServiceReference(Runnable.class));
        service.show(this::plan);
        assertNotNull(platform.context().getServiceReference(Runnable.class));
    }

    private TreePlan plan() {
        return platform.trees()
                .resolve(new TreeRequest("filter", Selector.parse("times"), List.of()))
                .plan();
    }
}
