package org.dovetail.role.isr;

import static org.dovetail.task.ErrorCode.MISMATCHED_INPUT;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.task.Contract;

/**
 * Checks what every {@link FlatCorrector} owes.
 *
 * @since 1.0
 */
public final class FlatCorrectorContract implements FlatCorrector {

    private final FlatCorrector real;
    private final Contract contract;

    /**
     * Wraps a corrector.
     *
     * @param real the corrector to check
     * @param contract names the corrector in messages
     */
    public FlatCorrectorContract(FlatCorrector real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public MaskedImage divide(MaskedImage image, CalibrationFrame flat) {
        contract.require(
                flat.kind() == CalibrationFrame.Kind.FLAT && flat.unit() == PixelUnit.NONE,
                () -> "a flat field without unit is needed, not a " + flat.kind() + " in "
                        + flat.unit());
        int before = 31 * image.hashCode() + flat.image().hashCode();
        MaskedImage result = contract.call(() -> real.divide(image, flat), MISMATCHED_INPUT);
        contract.ensure(
                before == 31 * image.hashCode() + flat.image().hashCode(),
                () -> "the input was changed");
        Planes planes = new Planes(contract);
        planes.corrected(result, image, MaskPlanes.BAD);
        planes.uncalibratedIsBad(result.mask(), flat);
        return result;
    }
}
