package org.dovetail.fits.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dovetail.image.Box;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraFileTest {

    @TempDir
    Path folder;

    @Test
    void camerasOfTheDistributionAreRight() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../cameras"))) {
            List<Camera> cameras = files.map(CameraFile::read).toList();
            assertTrue(cameras.size() >= 3);
        }
    }

    @Test
    void sectionsMayBeQuotedOrNot() throws IOException {
        Camera camera = read("""
                camera: test
                detector: {defects: [[3:1, 5:9], "[7:7,8:8]"]}
                amplifiers:
                  - {data: [1:10, 2:11], detector: "[20:11,1:10]", gain: 2}
                """);
        assertEquals(List.of(new Box(0, 4, 3, 5), new Box(6, 7, 1, 1)), camera.defects());
        AmplifierFacts facts = camera.amplifiers().get(0);
        assertEquals(
                new Box(0, 1, 10, 10), facts.sections().data().orElseThrow().box());
        assertTrue(facts.sections().detector().orElseThrow().flipX());
        assertEquals(2, facts.electronics().gain().orElseThrow());
    }

    @Test
    void allMistakesAreToldWithTheirPlaces() {
        TaskException e = assertThrows(TaskException.class, () -> read("""
                kamera: test
                detector:
                  defects: [[1:2, 3]]
                amplifiers:
                  - gain: 0
                    readNoise: low
                    gain: 3
                    data: 5
                """));
        assertEquals(ErrorCode.INVALID_CONFIGURATION, e.code());
        String file = folder.resolve("camera.yaml").toString();
        assertEquals(
                String.join(
                        "\n  ",
                        "the camera file is wrong:",
                        file + ":1:1: unknown key 'kamera'; known are camera, match, keywords,"
                                + " detector, amplifiers",
                        file + ":1:1: 'camera' is missing: a name for the camera",
                        file + ":7:5: 'gain' is there twice",
                        file + ":8:11: a section such as [1:1024,1:1024] is needed here, not '5'",
                        file + ":6:16: a number is needed here, not 'low'",
                        file + ":3:13: a section such as [1:1024,1:1024] is needed here, not"
                                + " '1:2,3'"),
                e.getMessage());
    }

    @Test
    void gainOfZeroIsRefused() {
        TaskException e = assertThrows(
                TaskException.class, () -> read("camera: x\namplifiers: [{gain: 0}]\n"));
        assertTrue(e.getMessage().endsWith("camera.yaml:2:21: gain must be more than 0, was 0.0"));
    }

    @Test
    void textThatIsNoYamlIsRefusedWithItsPlace() {
        TaskException e =
                assertThrows(TaskException.class, () -> read("camera: x\nmatch: {a: b\n"));
        assertEquals(ErrorCode.INVALID_CONFIGURATION, e.code());
        assertTrue(e.getMessage().contains("camera.yaml:3:1: not YAML: "), e.getMessage());
    }

    @Test
    void missingFileIsNamed() {
        TaskException e = assertThrows(
                TaskException.class, () -> CameraFile.read(folder.resolve("missing.yaml")));
        assertTrue(e.getMessage().contains("missing.yaml"));
    }

    private Camera read(String text) throws IOException {
        return CameraFile.read(Files.writeString(folder.resolve("camera.yaml"), text));
    }
}
