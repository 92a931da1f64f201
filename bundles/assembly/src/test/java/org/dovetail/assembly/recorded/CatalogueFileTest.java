package org.dovetail.assembly.recorded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.Descriptions;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.Rejection;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.recorded.CatalogueFile.Recorded;
import org.dovetail.assembly.resolution.Resolver;
import org.dovetail.task.SettingDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFileTest {

    private static final String STATE = "mesh.jar 100 1\n";
    private static final Lean LEAN = new Lean(List.of("bundles/task.jar"), List.of("Fits", "Png"));

    @TempDir
    private Path folder;

    @Test
    void everythingComesBack() throws IOException {
        Catalogue before = Descriptions.catalogue();
        assertTrue(file(STATE).write(new Recorded(before, Optional.of(LEAN))));
        Recorded read = file(STATE).read().orElseThrow();
        assertEquals(Optional.of(LEAN), read.lean());
        Catalogue after = read.catalogue();

        assertEquals(before.roles(), after.roles());
        assertEquals(before.algorithms().size(), after.algorithms().size());
        for (int i = 0; i < before.algorithms().size(); i++) {
            AlgorithmDescription was = before.algorithms().get(i);
            AlgorithmDescription is = after.algorithms().get(i);
            assertEquals(was.toString(), is.toString());
            assertEquals(was.role(), is.role());
            assertEquals(was.doc(), is.doc());
            assertEquals(was.className(), is.className());
            assertEquals(was.bundle().toString(), is.bundle().toString());
            assertEquals(was.bundle().digest(), is.bundle().digest());
            assertEquals(was.details().slots(), is.details().slots());
            assertEquals(was.details().parameters(), is.details().parameters());
            sameSettings(was.details().settings(), is.details().settings());
        }
    }

    /** Arrays have no equality, so settings that default to lists are compared by value. */
    private static void sameSettings(List<SettingDescription> was, List<SettingDescription> is) {
        assertEquals(was.size(), is.size());
        for (int i = 0; i < was.size(); i++) {
            if (was.get(i).type().isList()) {
                assertArrayEquals((double[]) was.get(i).defaultValue().orElseThrow(), (double[])
                        is.get(i).defaultValue().orElseThrow());
            } else {
                assertEquals(was.get(i), is.get(i));
            }
        }
    }

    @Test
    void plansFromARecordAreThoseFromWhatIsInstalled() throws IOException {
        file(STATE).write(new Recorded(Descriptions.catalogue(), Optional.empty()));
        TreeRequest request = new TreeRequest(
                "pipeline-task",
                Selector.parse("process-ccd"),
                List.of(Layer.set("background.mesh.boxSize=32")));
        assertEquals(
                new Resolver(Descriptions.catalogue(), request).resolve().plan().dump(),
                new Resolver(file(STATE).read().orElseThrow().catalogue(), request)
                        .resolve()
                        .plan()
                        .dump());
    }

    @Test
    void recordOfAnotherStateCountsAsAbsent() throws IOException {
        file(STATE).write(new Recorded(Descriptions.catalogue(), Optional.empty()));
        assertTrue(file("mesh.jar 100 2\n").read().isEmpty());
    }

    @Test
    void recordThatIsCutOffAnywhereCountsAsAbsent() throws IOException {
        CatalogueFile file = file(STATE);
        assertTrue(file.read().isEmpty(), "no file");
        file.write(new Recorded(Descriptions.catalogue(), Optional.empty()));
        byte[] whole = Files.readAllBytes(file.file());
        for (int size = 0; size < whole.length; size += 7) {
            Files.write(file.file(), Arrays.copyOf(whole, size));
            assertTrue(file.read().isEmpty(), size + " of " + whole.length + " bytes");
        }
    }

    @Test
    void recordThatIsDamagedNeverFails() throws IOException {
        CatalogueFile file = file(STATE);
        file.write(new Recorded(Descriptions.catalogue(), Optional.empty()));
        byte[] whole = Files.readAllBytes(file.file());
        for (int i = 0; i < whole.length; i += 11) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x15;
            Files.write(file.file(), damaged);
            file.read(); // some other text or number, or nothing
        }
    }

    @Test
    void whatCannotBeUsedIsNotRecorded() throws IOException {
        Catalogue broken = new Catalogue(
                List.of(), List.of(), List.of(new Rejection("x", "x@1.0.0", "needs Java 99")));
        assertFalse(file(STATE).write(new Recorded(broken, Optional.empty())));
        assertFalse(Files.exists(file(STATE).file()));
    }

    private CatalogueFile file(String state) {
        return new CatalogueFile(folder.resolve("catalogue"), state);
    }
}
