package org.dovetail.role.isr;

import static org.dovetail.task.ErrorCode.MISMATCHED_INPUT;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.task.Contract;

/**
 * Checks what every {@link DarkCorrector} owes.
 *
 * @since 1.0
 */
public final class DarkCorrectorContract implements DarkCorrector {

    private final DarkCorrector real;
    private final Contract contract;

    /**
     * Wraps a corrector.
     *
     * @param real the corrector to check
     * @param contract names the corrector in messages
     */
    public DarkCorrectorContract(DarkCorrector real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public MaskedImage subtract(MaskedImage image, CalibrationFrame dark, double darkSeconds) {
        contract.require(
                dark.kind() == CalibrationFrame.Kind.DARK
                        && dark.unit() == PixelUnit.ELECTRON_PER_SECOND,
                () -> "a dark in electrons a second is needed, not a " + dark.kind() + " in "
                        + dark.unit());
        contract.require(
                darkSeconds >= 0 && darkSeconds < Double.POSITIVE_INFINITY,
                () -> "dark time must be >= 0 s, was " + darkSeconds);
        int before = 31 * image.hashCode() + dark.image().hashCode();
        MaskedImage result =
                contract.call(() -> real.subtract(image, dark, darkSeconds), MISMATCHED_INPUT);
        contract.ensure(
                before == 31 * image.hashCode() + dark.image().hashCode(),
                () -> "the input was changed");
        Planes planes = new Planes(contract);
        planes.corrected(result, image, MaskPlanes.BAD);
        planes.uncalibratedIsBad(result.mask(), dark);
        contract.ensure(
                darkSeconds > 0 || result.science().equals(image.science()),
                () -> "a dark time of 0 s must leave every value as it was");
        return result;
    }
}
