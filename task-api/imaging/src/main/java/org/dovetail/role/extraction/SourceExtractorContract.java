package org.dovetail.role.extraction;

import java.util.Optional;
import java.util.Set;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.image.Exposure;
import org.dovetail.image.MaskPlanes;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Checks that an extraction has the exposure's size, counts its sources and marks them.
 *
 * @since 1.0
 */
public final class SourceExtractorContract implements SourceExtractor {

    private static final Set<ErrorCode> DECLARED =
            Set.of(ErrorCode.NO_USABLE_PIXELS, ErrorCode.INTERRUPTED);

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
        Extraction extraction;
        try {
            extraction = real.extract(exposure);
        } catch (TaskException e) {
            contract.ensure(
                    DECLARED.contains(e.code()),
                    () -> "it failed with " + e.code() + ", which the role does not declare: "
                            + e.getMessage());
            throw e;
        }
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
        checkCatalog(extraction);
        return extraction;
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
