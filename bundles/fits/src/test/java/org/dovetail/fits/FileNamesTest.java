package org.dovetail.fits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.dovetail.data.StorageFormat;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void plainFitsIsWrittenUnderNoEndingThatSaysCompressed() {
        Stream<StorageFormat<?>> formats = Stream.of(
                new RawExposureFormat(),
                new ExposureFormat(),
                new CalibrationFormat(),
                new ImageFormat(),
                new CatalogFormat());
        formats.forEach(format -> {
            assertEquals(List.of("fits", "fit", "fts"), format.writtenEndings());
            assertTrue(format.endings().contains("fits.gz"));
        });
    }
}
