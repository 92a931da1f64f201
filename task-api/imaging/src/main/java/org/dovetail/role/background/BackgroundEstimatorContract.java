package org.dovetail.role.background;

import org.dovetail.image.MaskedImage;
import org.dovetail.image.Surface;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;

/**
 * Checks that a background is finite, of the image's size, and that the image is left alone.
 *
 * @since 1.0
 */
public final class BackgroundEstimatorContract implements BackgroundEstimator {

    private final BackgroundEstimator real;
    private final Contract contract;

    /**
     * Wraps an estimator.
     *
     * @param real the estimator to check
     * @param contract names the estimator in messages
     */
    public BackgroundEstimatorContract(BackgroundEstimator real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public Background estimate(MaskedImage image) {
        int before = image.hashCode();
        Background background =
                contract.call(() -> real.estimate(image), ErrorCode.NO_USABLE_PIXELS);
        contract.ensure(image.hashCode() == before, () -> "the image was changed");
        contract.ensure(
                Double.isFinite(background.meanLevel())
                        && Double.isFinite(background.meanScatter())
                        && background.meanScatter() >= 0,
                () -> "mean level and scatter must be finite, and the scatter >= 0, were "
                        + background.meanLevel() + " and " + background.meanScatter());
        check("level", background.level(), image, Double.NEGATIVE_INFINITY);
        check("scatter", background.scatter(), image, 0);
        return background;
    }

    private void check(String what, Surface surface, MaskedImage image, double least) {
        contract.ensure(
                surface.width() == image.width() && surface.height() == image.height(),
                () -> what + " is " + surface.width() + " x " + surface.height()
                        + " pixels, the image " + image.science().size());
        float[] row = new float[surface.width()];
        for (int y = 0; y < surface.height(); y++) {
            surface.row(y, row);
            for (int x = 0; x < row.length; x++) {
                if (!(Float.isFinite(row[x]) && row[x] >= least)) {
                    String place = what + " at (" + x + ", " + y + ") is " + row[x];
                    contract.ensure(false, () -> place);
                }
            }
        }
    }
}
