package org.dovetail.role.detection;

import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.task.Contract;

/**
 * Checks that footprints lie inside the image, are sorted, agree with the labels and have data.
 *
 * @since 1.0
 */
public final class SourceDetectorContract implements SourceDetector {

    private final SourceDetector real;
    private final Contract contract;

    /**
     * Wraps a detector.
     *
     * @param real the detector to check
     * @param contract names the detector in messages
     */
    public SourceDetectorContract(SourceDetector real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public Detections detect(MaskedImage subtracted, Background background) {
        contract.require(
                subtracted.width() == background.level().width()
                        && subtracted.height() == background.level().height(),
                () -> "the background is of another size than the image, "
                        + subtracted.science().size());
        int before = subtracted.hashCode();
        Detections detections = contract.call(() -> real.detect(subtracted, background));
        contract.ensure(subtracted.hashCode() == before, () -> "the image was changed");
        contract.ensure(
                detections.filtered().sameSize(subtracted.science()),
                () -> "the filtered image is " + detections.filtered().size() + " pixels, not "
                        + subtracted.science().size());
        checkFootprints(detections, subtracted);
        return detections;
    }

    private void checkFootprints(Detections detections, MaskedImage image) {
        Labels expected;
        try {
            expected = Labels.of(image.width(), image.height(), detections.footprints());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            contract.ensure(false, e::getMessage);
            throw e;
        }
        contract.ensure(
                expected.equals(detections.labels()),
                () -> "the labels do not follow from the footprints");
        long last = -1;
        for (Footprint footprint : detections.footprints()) {
            long first = (long) footprint.row(0) * image.width() + footprint.start(0);
            long previous = last;
            contract.ensure(
                    first > previous,
                    () -> footprint + " is out of order: sources are sorted by first pixel");
            last = first;
            checkPixels(footprint, image);
        }
    }

    private void checkPixels(Footprint footprint, MaskedImage image) {
        Mask mask = image.mask();
        int noData = mask.planes().bits(MaskPlanes.NO_DATA);
        for (int i = 0; i < footprint.spans(); i++) {
            int y = footprint.row(i);
            for (int x = footprint.start(i); x < footprint.end(i); x++) {
                if (!Float.isFinite(image.science().get(x, y)) || (mask.get(x, y) & noData) != 0) {
                    String place = footprint + " has the pixel (" + x + ", " + y + ") without data";
                    contract.ensure(false, () -> place);
                }
            }
        }
    }
}
