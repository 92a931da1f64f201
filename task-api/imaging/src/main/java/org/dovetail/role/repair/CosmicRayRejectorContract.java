package org.dovetail.role.repair;

import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;

/**
 * Checks that a cosmic-ray rejector adds marks of cosmic rays and changes nothing else.
 *
 * @since 1.0
 */
public final class CosmicRayRejectorContract implements CosmicRayRejector {

    private final CosmicRayRejector real;
    private final Contract contract;

    /**
     * Wraps a rejector.
     *
     * @param real the rejector to check
     * @param contract names the rejector in messages
     */
    public CosmicRayRejectorContract(CosmicRayRejector real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public Mask find(MaskedImage image) {
        requireInput(image);
        int before = image.hashCode();
        Mask marks = contract.call(() -> real.find(image), ErrorCode.INCOMPLETE_INPUT);
        contract.ensure(before == image.hashCode(), () -> "the input was changed");
        contract.ensure(
                marks.width() == image.width() && marks.height() == image.height(),
                () -> "the mask has " + marks.width() + " x " + marks.height()
                        + " pixels, the image " + image.science().size());
        contract.ensure(
                marks.planes().equals(image.mask().planes()),
                () -> "the planes became " + marks.planes().names());
        ensureOnlyCosmicRays(image, marks);
        return marks;
    }

    private void requireInput(MaskedImage image) {
        contract.require(
                image.mask().planes().names().contains(MaskPlanes.CR),
                () -> "the mask has no plane CR, only " + image.mask().planes().names());
        float[] variance = new float[image.width()];
        for (int y = 0; y < image.height(); y++) {
            image.variance().row(y, variance);
            for (int x = 0; x < variance.length; x++) {
                if (variance[x] < 0) {
                    String where = "the variance is " + variance[x] + " at " + x + ", " + y;
                    contract.require(false, () -> where);
                }
            }
        }
    }

    private void ensureOnlyCosmicRays(MaskedImage image, Mask marks) {
        MaskPlanes planes = image.mask().planes();
        int cosmicRay = planes.bits(MaskPlanes.CR);
        int unusable = planes.bits(MaskPlanes.BAD, MaskPlanes.SAT, MaskPlanes.NO_DATA);
        float[] science = new float[image.width()];
        int[] before = new int[image.width()];
        int[] after = new int[image.width()];
        for (int y = 0; y < image.height(); y++) {
            image.science().row(y, science);
            image.mask().row(y, before);
            marks.row(y, after);
            for (int x = 0; x < science.length; x++) {
                int added = before[x] ^ after[x];
                boolean data = Float.isFinite(science[x]) && (before[x] & unusable) == 0;
                boolean fine = added == 0 || (added == cosmicRay && after[x] > before[x] && data);
                if (!fine) {
                    String where = "pixel " + x + ", " + y;
                    contract.ensure(false, () -> where + " had other marks changed, or no data");
                }
            }
        }
    }
}
