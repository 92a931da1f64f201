package org.dovetail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slots that take newer versions as they are installed. */
class FollowedSlotsTest {

    private static final String ME = "test";

    @TempDir
    private Path folder;

    private World world;
    private NamedTree<Estimator> tree;

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        world.install("plain 1.0.0", "deep 1.0.0");
        tree = world.workspace()
                .open("chain", World.CHAIN, Estimator.class, BuildOptions.DEFAULT, ME);
    }

    @AfterEach
    void stop() throws Exception {
        world.stop();
    }

    @Test
    void followedSlotTakesWhatIsInstalledAndOthersDoNot() throws Exception {
        tree.follow("first", true, ME);
        world.install("plain 1.1.0");
        assertEquals(List.of("1.1.0", "1.0.0", "1.0.0"), World.versions(tree));
        assertEquals("follow", tree.current().who());
        assertEquals(List.of("chain.first"), tree.followed());
        tree.follow("first", false, ME);
        world.install("plain 1.2.0");
        assertEquals(List.of("1.1.0", "1.0.0", "1.0.0"), World.versions(tree));
        tree.follow("", true, ME);
        assertEquals(
                List.of("1.2.0", "1.2.0", "1.2.0"), World.versions(tree), "what is there is taken");
    }

    @Test
    void slotForSeveralIsFollowedAndSwappedAsAWhole() throws Exception {
        tree.follow("more", true, ME);
        assertEquals(List.of("chain.more"), tree.followed());
        world.install("plain 1.1.0");
        assertEquals(List.of("1.0.0", "1.1.0", "1.1.0"), World.versions(tree));
        tree.follow("more", false, ME);
        world.install("plain 1.2.0");
        assertEquals(List.of("1.0.0", "1.1.0", "1.1.0"), World.versions(tree));
        tree.swap(List.of("more"), ME);
        assertEquals(List.of("1.0.0", "1.2.0", "1.2.0"), World.versions(tree));
        TaskException e = assertThrows(TaskException.class, () -> tree.swap(List.of("moer"), ME));
        assertEquals(
                "no slot 'moer'; did you mean 'more'?; slots: chain, chain.last, chain.first,"
                        + " chain.more, chain.more[0], chain.more[1]",
                e.getMessage());
    }

    @Test
    void followingStaysInTheRange() throws Exception {
        tree.retarget("first", "times@[1,2)", ME);
        tree.follow("first", true, ME);
        world.install("plain 2.0.0");
        assertEquals("1.0.0", World.versions(tree).get(0));
        world.install("plain 1.5.0");
        assertEquals("1.5.0", World.versions(tree).get(0));
    }

    @Test
    void followedSlotLetsGoOfWhatIsToGo() throws Exception {
        tree.follow("", true, ME);
        world.install("plain 1.1.0");
        Plugin newer = world.plugins().find("times@1.1.0");
        Removal removal = world.plugins().uninstall(newer, Duration.ofMinutes(1));
        assertTrue(removal.gone().isDone());
        assertEquals(List.of("1.0.0", "1.0.0", "1.0.0"), World.versions(tree));
    }

    @Test
    void setInstalledTogetherIsFollowedInOneStep() throws Exception {
        tree.follow("", true, ME);
        int before = tree.generations().size();
        world.plugins().install(List.of(world.jar("plain", "1.1.0"), world.jar("deep", "1.1.0")));
        assertEquals(before + 1, tree.generations().size());
        assertEquals("chain@1.1.0", tree.current().plan().root().algorithm().toString());
        assertEquals(List.of("1.1.0", "1.1.0", "1.1.0"), World.versions(tree));
    }
}
