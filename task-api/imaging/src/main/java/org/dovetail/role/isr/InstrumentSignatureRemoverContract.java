package org.dovetail.role.isr;

import static org.dovetail.task.ErrorCode.ALGORITHM_FAILED;
import static org.dovetail.task.ErrorCode.INCOMPLETE_INPUT;
import static org.dovetail.task.ErrorCode.MISMATCHED_INPUT;
import static org.dovetail.task.ErrorCode.NO_USABLE_PIXELS;

import org.dovetail.image.Exposure;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawExposure;
import org.dovetail.task.Contract;

/**
 * Checks what every {@link InstrumentSignatureRemover} owes.
 *
 * @since 1.0
 */
public final class InstrumentSignatureRemoverContract implements InstrumentSignatureRemover {

    private final InstrumentSignatureRemover real;
    private final Contract contract;

    /**
     * Wraps a remover.
     *
     * @param real the remover to check
     * @param contract names the remover in messages
     */
    public InstrumentSignatureRemoverContract(InstrumentSignatureRemover real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public Exposure remove(RawExposure raw, Calibrations calibrations) {
        int before = 31 * raw.amplifiers().hashCode() + calibrations.hashCode();
        Exposure result = contract.call(
                () -> real.remove(raw, calibrations),
                MISMATCHED_INPUT,
                INCOMPLETE_INPUT,
                NO_USABLE_PIXELS,
                ALGORITHM_FAILED);
        contract.ensure(
                before == 31 * raw.amplifiers().hashCode() + calibrations.hashCode(),
                () -> "the input was changed");
        kept(raw, result);
        Planes planes = new Planes(contract);
        planes.standard(
                result.image().mask(), raw.detector().width(), raw.detector().height());
        planes.variance(result.image().variance());
        finite(result.image());
        return result;
    }

    private void kept(RawExposure raw, Exposure result) {
        contract.ensure(
                result.unit() == PixelUnit.ELECTRON,
                () -> "the unit must be electron, is " + result.unit());
        contract.ensure(result.detector().equals(raw.detector()), () -> "the detector was changed");
        contract.ensure(result.info().equals(raw.info()), () -> "the information was changed");
        contract.ensure(result.wcs().equals(raw.wcs()), () -> "the sky coordinates were changed");
    }

    private void finite(MaskedImage image) {
        int bit = image.mask().planes().bits(MaskPlanes.NO_DATA);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                boolean marked = (image.mask().get(x, y) & bit) != 0;
                if (!marked && !Float.isFinite(image.science().get(x, y))) {
                    String place = "pixel (" + x + ", " + y + ")";
                    contract.ensure(false, () -> place + " has no value and no mark NO_DATA");
                }
            }
        }
    }
}
