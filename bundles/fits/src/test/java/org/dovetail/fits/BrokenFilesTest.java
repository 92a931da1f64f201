package org.dovetail.fits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Header;
import org.dovetail.image.PixelUnit;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenFilesTest {

    @TempDir
    Path folder;

    @Test
    void missingFileIsNamed() {
        assertUnreadable(folder.resolve("missing.fits"), "no such file: ");
    }

    @Test
    void folderIsNoFile() {
        assertUnreadable(folder, "is a folder");
    }

    @Test
    void textIsNoFits() throws IOException {
        assertUnreadable(Files.writeString(file(), "hello"), "is not a FITS file");
        assertUnreadable(Files.writeString(file(), ""), "is not a FITS file");
    }

    @Test
    void fileThatIsCutOffIsRefused() throws IOException {
        byte[] whole = raw();
        for (int length : new int[] {2000, 2880, 5000, whole.length - 2880}) {
            assertUnreadable(Files.write(file(), Arrays.copyOf(whole, length)), "is cut off");
        }
    }

    @Test
    void gzipStreamThatIsCutOffIsRefused() throws IOException {
        byte[] whole = gzip(raw());
        assertUnreadable(Files.write(file(), Arrays.copyOf(whole, whole.length / 2)), "is cut off");
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 200, 260, (byte) 0x55);
        assertUnreadable(Files.write(file(), damaged), "");
    }

    @Test
    void gzipIsToldByItsBytesNotByItsName() throws IOException {
        Path file = Files.write(file(), gzip(raw()));
        assertEquals(
                1,
                new RawExposureFormat()
                        .read(file, ReadContext.NONE)
                        .amplifiers()
                        .size());
    }

    @Test
    void fileWithoutImagesIsRefused() throws IOException {
        Path file = file();
        Files.deleteIfExists(file);
        new CatalogFormat().write(Samples.catalog(3), file, Provenance.NONE);
        assertUnreadable(file, "holds no image");
    }

    @Test
    void calibratedImageIsNoRawFrame() throws IOException {
        Path file = file();
        Files.deleteIfExists(file);
        new CalibrationFormat()
                .write(
                        new CalibrationFrame(
                                CalibrationFrame.Kind.BIAS,
                                Samples.masked(5, 4),
                                PixelUnit.ELECTRON,
                                3,
                                Samples.info(),
                                Header.EMPTY),
                        file,
                        Provenance.NONE);
        assertUnreadable(
                file,
                " is no raw frame: it has the extensions MASK and VAR; is it calibrated already?");
    }

    @Test
    void noBitThatFlipsEndsInAnythingButAnAnswerOrAFailureThatIsTold() throws IOException {
        Random random = new Random(11);
        byte[] whole = raw();
        List<StorageFormat<?>> formats = List.of(
                new RawExposureFormat(),
                new ExposureFormat(),
                new CalibrationFormat(),
                new CatalogFormat());
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int n = 0; n < 3; n++) {
                damaged[random.nextInt(2880)] = (byte) (' ' + random.nextInt(95));
            }
            Path file = Files.write(file(), damaged);
            for (StorageFormat<?> format : formats) {
                try {
                    format.read(file, ReadContext.NONE);
                } catch (TaskException e) {
                    assertTrue(e.getMessage().contains("file.fits"), e.getMessage());
                }
            }
        }
    }

    private void assertUnreadable(Path file, String part) {
        TaskException e = assertThrows(
                TaskException.class, () -> new RawExposureFormat().read(file, ReadContext.NONE));
        assertEquals(ErrorCode.UNREADABLE_INPUT, e.code());
        assertTrue(e.getMessage().contains(part), e.getMessage());
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }

    private Path file() {
        return folder.resolve("file.fits");
    }

    private byte[] raw() throws IOException {
        Path file = folder.resolve("whole.fits");
        Files.deleteIfExists(file);
        new RawExposureFormat()
                .write(Samples.raw(Samples.oneAmplifier()), file, Samples.PROVENANCE);
        return Files.readAllBytes(file);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }
}
