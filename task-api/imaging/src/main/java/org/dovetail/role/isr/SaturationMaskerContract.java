package org.dovetail.role.isr;

import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.RawAmplifier;
import org.dovetail.task.Contract;

/**
 * Checks what every {@link SaturationMasker} owes.
 *
 * @since 1.0
 */
public final class SaturationMaskerContract implements SaturationMasker {

    private final SaturationMasker real;
    private final Contract contract;

    /**
     * Wraps a masker.
     *
     * @param real the masker to check
     * @param contract names the masker in messages
     */
    public SaturationMaskerContract(SaturationMasker real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public Mask mark(RawAmplifier amplifier) {
        int before = amplifier.hashCode();
        Mask mask = contract.call(() -> real.mark(amplifier));
        Image data = amplifier.data();
        Planes planes = new Planes(contract);
        contract.ensure(before == amplifier.hashCode(), () -> "the amplifier's data were changed");
        planes.standard(mask, data.width(), data.height());
        planes.onlyAdded(
                mask, Mask.clear(data.width(), data.height()), MaskPlanes.SAT, MaskPlanes.SUSPECT);
        marked(mask, data, MaskPlanes.SAT, amplifier.amplifier().saturation());
        marked(mask, data, MaskPlanes.SUSPECT, amplifier.amplifier().linearityLimit());
        return mask;
    }

    private void marked(Mask mask, Image data, String plane, double limit) {
        int bit = mask.planes().bits(plane);
        for (int y = 0; y < data.height(); y++) {
            for (int x = 0; x < data.width(); x++) {
                float value = data.get(x, y);
                if (Float.isFinite(value) && value >= limit && (mask.get(x, y) & bit) == 0) {
                    String place = value + " ADU at pixel (" + x + ", " + y + ") is not marked "
                            + plane + "; the limit is " + limit;
                    contract.ensure(false, () -> place);
                }
            }
        }
    }
}
