package org.dovetail.role.extraction;

import java.util.Optional;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.image.Exposure;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.Surface;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;

/**
 * Checks that an extraction has the exposure's size, counts its sources and marks them.
 *
 * @since 1.0
 */
public final class SourceExtractorContract implements SourceExtractor {

    private static final float ROUNDING = 1e-6f;

    private final SourceExtractor real;
    private final Contract contract;

    /**
     * Wraps an extractor.
     *
     * @param real the extractor to check
     * @param contract names the extractor in messages
     */
    public SourceExtractorContract(SourceExtractor real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public Extraction extract(Exposure exposure) {
        int before = exposure.image().hashCode();
        Extraction extraction =
                contract.call(() -> real.extract(exposure), ErrorCode.NO_USABLE_PIXELS);
        contract.ensure(exposure.image().hashCode() == before, () -> "the exposure was changed");
        contract.ensure(
                extraction
                        .exposure()
                        .image()
                        .science()
                        .sameSize(exposure.image().science()),
                () -> "the size changed from " + exposure.image().science().size() + " to "
                        + extraction.exposure().image().science().size());
        contract.ensure(
                extraction.exposure().unit() == exposure.unit(),
                () -> "the unit changed from " + exposure.unit() + " to "
                        + extraction.exposure().unit());
        contract.ensure(
                extraction.exposure().image().variance().equals(exposure.image().variance()),
                () -> "the variance was changed");
        checkPixels(exposure.image(), extraction);
        checkMarks(exposure.image().mask(), extraction.exposure().image().mask());
        checkCatalog(extraction);
        return extraction;
    }

    /** The image that comes back is the one that came, less the background. */
    private void checkPixels(MaskedImage given, Extraction extraction) {
        Surface level = extraction.background().level();
        contract.ensure(
                level.width() == given.width() && level.height() == given.height(),
                () -> "the background is " + level.width() + " x " + level.height()
                        + " pixels, the exposure " + given.science().size());
        float[] before = new float[given.width()];
        float[] sky = new float[given.width()];
        float[] now = new float[given.width()];
        for (int y = 0; y < given.height(); y++) {
            given.science().row(y, before);
            level.row(y, sky);
            extraction.exposure().image().science().row(y, now);
            for (int x = 0; x < now.length; x++) {
                float expected = before[x] - sky[x];
                float margin = ROUNDING * (Math.abs(before[x]) + Math.abs(sky[x]));
                boolean same = Float.isFinite(expected)
                        ? Math.abs(now[x] - expected) <= margin
                        : !Float.isFinite(now[x]);
                if (!same) {
                    String place = "pixel (" + x + ", " + y + ") less its background is " + expected
                            + ", not " + now[x];
                    contract.ensure(false, () -> place);
                }
            }
        }
    }

    private void checkMarks(Mask given, Mask made) {
        contract.ensure(
                made.planes().equals(given.planes()),
                () -> "mask planes must be " + given.planes().names() + ", are "
                        + made.planes().names());
        int detected = made.planes().bits(MaskPlanes.DETECTED);
        for (int y = 0; y < given.height(); y++) {
            for (int x = 0; x < given.width(); x++) {
                if (((made.get(x, y) ^ given.get(x, y)) & ~detected) != 0) {
                    String place = "pixel (" + x + ", " + y + ")";
                    contract.ensure(false, () -> place + " had another mark than DETECTED changed");
                }
            }
        }
    }

    private void checkCatalog(Extraction extraction) {
        Catalog catalog = extraction.catalog();
        Optional<Key> id = catalog.schema().find("id").filter(key -> key.index() == 0);
        contract.ensure(id.isPresent(), () -> "the first column is not 'id'");
        for (int row = 0; row < catalog.rows(); row++) {
            int number = row + 1;
            contract.ensure(
                    catalog.whole(id.orElseThrow(), row) == number,
                    () -> "source " + number + " has another id");
        }
        long marked = extraction.exposure().image().mask().count(MaskPlanes.DETECTED);
        contract.ensure(
                marked >= catalog.rows(),
                () -> catalog.rows() + " sources, but " + marked + " pixels marked DETECTED");
    }
}
