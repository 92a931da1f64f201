package org.dovetail.role.isr;

import static org.dovetail.task.ErrorCode.INCOMPLETE_INPUT;
import static org.dovetail.task.ErrorCode.NO_USABLE_PIXELS;

import org.dovetail.image.RawAmplifier;
import org.dovetail.task.Contract;

/**
 * Checks what every {@link OverscanCorrector} owes.
 *
 * @since 1.0
 */
public final class OverscanCorrectorContract implements OverscanCorrector {

    private final OverscanCorrector real;
    private final Contract contract;

    /**
     * Wraps a corrector.
     *
     * @param real the corrector to check
     * @param contract names the corrector in messages
     */
    public OverscanCorrectorContract(OverscanCorrector real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public OverscanResult correct(RawAmplifier amplifier) {
        int before = amplifier.hashCode();
        OverscanResult result =
                contract.call(() -> real.correct(amplifier), INCOMPLETE_INPUT, NO_USABLE_PIXELS);
        Planes planes = new Planes(contract);
        contract.ensure(before == amplifier.hashCode(), () -> "the amplifier's data were changed");
        planes.sameSize("data", result.data(), amplifier.data());
        planes.sameFinite("data", result.data(), amplifier.data());
        contract.ensure(
                Double.isFinite(result.level()),
                () -> "level must be finite, is " + result.level());
        contract.ensure(
                !(result.scatter() < 0) && !Double.isInfinite(result.scatter()),
                () -> "scatter must be >= 0 ADU or NaN, is " + result.scatter());
        return result;
    }
}
