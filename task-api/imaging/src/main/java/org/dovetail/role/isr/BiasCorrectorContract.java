package org.dovetail.role.isr;

import static org.dovetail.task.ErrorCode.MISMATCHED_INPUT;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.task.Contract;

/**
 * Checks what every {@link BiasCorrector} owes.
 *
 * @since 1.0
 */
public final class BiasCorrectorContract implements BiasCorrector {

    private final BiasCorrector real;
    private final Contract contract;

    /**
     * Wraps a corrector.
     *
     * @param real the corrector to check
     * @param contract names the corrector in messages
     */
    public BiasCorrectorContract(BiasCorrector real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public MaskedImage subtract(MaskedImage image, CalibrationFrame bias) {
        contract.require(
                bias.kind() == CalibrationFrame.Kind.BIAS && bias.unit() == PixelUnit.ELECTRON,
                () -> "a bias in electrons is needed, not a " + bias.kind() + " in " + bias.unit());
        int before = 31 * image.hashCode() + bias.image().hashCode();
        MaskedImage result = contract.call(() -> real.subtract(image, bias), MISMATCHED_INPUT);
        contract.ensure(
                before == 31 * image.hashCode() + bias.image().hashCode(),
                () -> "the input was changed");
        Planes planes = new Planes(contract);
        planes.corrected(result, image, MaskPlanes.BAD);
        planes.uncalibratedIsBad(result.mask(), bias);
        return result;
    }
}
