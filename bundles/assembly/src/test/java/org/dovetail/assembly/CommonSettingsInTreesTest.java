package org.dovetail.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.world.Scaler;
import org.dovetail.assembly.world.careful.Doubling;
import org.dovetail.task.Configs;
import org.dovetail.task.SettingDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that all algorithms of a role have in common, from class files to constructors. */
class CommonSettingsInTreesTest {

    @TempDir
    private Path folder;

    private Platform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new Platform(folder.resolve("cache"));
        platform.plugin("careful", "1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        platform.stop();
    }

    @Test
    void roleAndAlgorithmAreDescribedWithoutLoadingAClass() {
        AlgorithmDescription doubling =
                platform.trees().catalogue().find(Selector.parse("doubling")).get(0);
        RoleDescription role = doubling.role();
        assertEquals(
                List.of("offset"),
                role.settings().stream().map(SettingDescription::name).toList());
        assertEquals("apple", role.settings().get(0).unit());
        assertEquals(
                List.of("times"),
                doubling.details().settings().stream()
                        .map(SettingDescription::name)
                        .toList());
        assertEquals(
                List.of(),
                platform.loaded.stream()
                        .filter(name -> name.contains("careful"))
                        .toList());
    }

    @Test
    void constructorGetsBothAndASwapBuildsAnew() {
        TreePlan plan =
                plan(Layer.text(Layer.Kind.FILE, "a.yaml", "offset: 3\ndoubling: { times: 2 }\n"));
        assertEquals("""
                doubling = doubling@1.0.0
                doubling.times = 2
                offset = 3.0
                """, plan.effective());
        try (TaskTree<Scaler> tree =
                platform.trees().build(plan, Scaler.class, BuildOptions.DEFAULT)) {
            assertEquals(5 * 4 + 3, tree.task().scale(5));
            tree.swap(plan(Layer.set("offset=7"), Layer.set("times=2")));
            assertEquals(5 * 4 + 7, tree.task().scale(5));
        }
    }

    @Test
    void plainJavaGivesTheSame() {
        Scaler scaler = new Doubling(
                Configs.of(Doubling.Config.class, "times", 2),
                Configs.of(Scaler.Common.class, "offset", 3));
        assertEquals(23, scaler.scale(5));
    }

    private TreePlan plan(Layer... layers) {
        return platform.trees()
                .resolve(new TreeRequest("scaling", Selector.parse("doubling"), List.of(layers)))
                .plan();
    }
}
