package org.dovetail.fits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Detector;
import org.dovetail.image.Exposure;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written comes back. */
class RoundTripTest {

    @TempDir
    Path folder;

    @Test
    void rawFrameOfOneAmplifierComesBack() {
        assertRawComesBack(Samples.oneAmplifier());
    }

    @Test
    void rawFrameOfTwoAmplifiersComesBack() {
        assertRawComesBack(Samples.twoAmplifiers());
    }

    private void assertRawComesBack(Detector detector) {
        RawExposure raw = Samples.raw(detector);
        RawExposure back = again(new RawExposureFormat(), raw);
        assertEquals(raw.amplifiers(), back.amplifiers());
        assertEquals(detector.name(), back.detector().name());
        assertEquals(detector.width(), back.detector().width());
        assertEquals(raw.wcs(), back.wcs());
        assertEquals("file", back.info().name());
        assertEquals(raw.info().darkSeconds(), back.info().darkSeconds());
        assertEquals(raw.info().object(), back.info().object());
    }

    @Test
    void rawValuesAreRoundedAndHeldInRange() {
        RawExposure raw = Samples.raw(Samples.oneAmplifier());
        RawAmplifier only = raw.amplifiers().get(0);
        float[] pixels = only.data().toArray();
        pixels[0] = -3;
        pixels[1] = 70000;
        pixels[2] = 100.6f;
        RawAmplifier other = new RawAmplifier(
                only.amplifier(), Image.wrap(20, 31, pixels), Optional.empty(), Optional.empty());
        RawExposure back = again(
                new RawExposureFormat(),
                new RawExposure(
                        raw.detector(), List.of(other), raw.info(), raw.header(), raw.wcs()));
        Image data = back.amplifiers().get(0).data();
        assertArrayEquals(
                new float[] {0, 65535, 101},
                new float[] {data.get(0, 0), data.get(1, 0), data.get(2, 0)});
        assertEquals(Optional.empty(), back.amplifiers().get(0).serialOverscan());
    }

    @Test
    void exposureComesBackWithAllThatIsKnown() {
        Detector detector = Samples.twoAmplifiers();
        MaskedImage image = Samples.masked(detector.width(), detector.height());
        Exposure exposure = new Exposure(
                image,
                PixelUnit.ELECTRON_PER_SECOND,
                detector,
                Samples.info(),
                Samples.header(),
                Samples.wcs());
        Exposure back = again(new ExposureFormat(), exposure);
        assertEquals(image, back.image());
        assertEquals(PixelUnit.ELECTRON_PER_SECOND, back.unit());
        assertEquals(detector, back.detector());
        assertEquals(Samples.info(), back.info());
        assertEquals(Samples.wcs(), back.wcs());
        assertEquals(
                "?ngstr?m, A. J.", back.header().card("OBSERVER").orElseThrow().value());
        assertEquals(-12L, back.header().card("SEQNUM").orElseThrow().value());
        assertEquals(false, back.header().card("DOMEOPEN").orElseThrow().value());
        assertEquals(1.25e-3, back.header().card("AIRMASS").orElseThrow().value());
    }

    @Test
    void calibrationFrameComesBack() {
        for (CalibrationFrame.Kind kind : CalibrationFrame.Kind.values()) {
            CalibrationFrame frame = new CalibrationFrame(
                    kind,
                    Samples.masked(33, 17),
                    kind == CalibrationFrame.Kind.FLAT ? PixelUnit.NONE : PixelUnit.ELECTRON,
                    7,
                    Samples.info(),
                    Samples.header());
            CalibrationFrame back = again(new CalibrationFormat(), frame);
            assertEquals(kind, back.kind());
            assertEquals(frame.image(), back.image());
            assertEquals(frame.unit(), back.unit());
            assertEquals(7, back.frames());
            assertEquals(frame.info(), back.info());
        }
    }

    @Test
    void imageComesBack() {
        Image image = Samples.masked(1000, 401).variance();
        assertEquals(image, again(new ImageFormat(), image));
    }

    @Test
    void catalogComesBack() {
        assertEquals(Samples.catalog(1000), again(new CatalogFormat(), Samples.catalog(1000)));
        assertEquals(Samples.catalog(0), again(new CatalogFormat(), Samples.catalog(0)));
    }

    @Test
    void equalDatasetsGiveEqualBytes() throws IOException {
        RawExposure raw = Samples.raw(Samples.twoAmplifiers());
        Path one = folder.resolve("one.fits");
        Path two = folder.resolve("two.fits");
        new RawExposureFormat().write(raw, one, Samples.PROVENANCE);
        new RawExposureFormat().write(raw, two, Samples.PROVENANCE);
        assertEquals(-1, Files.mismatch(one, two));
    }

    @Test
    void fileThatIsThereIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("precious.fits"), "precious");
        Image image = Image.constant(2, 2, 1);
        TaskException e = assertThrows(
                TaskException.class, () -> new ImageFormat().write(image, file, Provenance.NONE));
        assertEquals(ErrorCode.UNWRITABLE_OUTPUT, e.code());
        assertEquals("precious", Files.readString(file));
    }

    private <T> T again(StorageFormat<T> format, T dataset) {
        Path file = folder.resolve("file.fits");
        try {
            Files.deleteIfExists(file);
            format.write(dataset, file, Samples.PROVENANCE);
            if (System.getProperty("dovetail.keep") != null) { // for a look with other programs
                Path kept = Path.of(System.getProperty("dovetail.keep"));
                Files.copy(file, kept.resolve(System.nanoTime() + ".fits"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return format.read(file, ReadContext.NONE);
    }
}
