package org.dovetail.role.calibration;

import java.util.List;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Contract;

/**
 * Checks what every {@link FrameCombiner} owes.
 *
 * @since 1.0
 */
public final class FrameCombinerContract implements FrameCombiner {

    private static final float ROUNDING = 1e-6f;

    private final FrameCombiner real;
    private final Contract contract;

    /**
     * Wraps a combiner.
     *
     * @param real the combiner to check
     * @param contract names the combiner in messages
     */
    public FrameCombinerContract(FrameCombiner real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public MaskedImage combine(List<MaskedImage> frames) {
        contract.require(!frames.isEmpty(), () -> "there must be a frame to combine");
        MaskedImage first = frames.get(0);
        for (MaskedImage frame : frames) {
            contract.require(
                    frame.science().sameSize(first.science())
                            && frame.mask().planes().equals(first.mask().planes()),
                    () -> "frames of different sizes or planes: "
                            + first.science().size() + " and " + frame.science().size());
        }
        int before = frames.hashCode();
        MaskedImage result = contract.call(() -> real.combine(frames));
        contract.ensure(before == frames.hashCode(), () -> "the frames were changed");
        contract.ensure(
                result.science().sameSize(first.science())
                        && result.mask().planes().equals(first.mask().planes()),
                () -> "size and planes must be those of the frames");
        for (int y = 0; y < first.height(); y++) {
            for (int x = 0; x < first.width(); x++) {
                check(frames, result, x, y);
            }
        }
        return result;
    }

    private void check(List<MaskedImage> frames, MaskedImage result, int x, int y) {
        MaskPlanes planes = result.mask().planes();
        int out = planes.bits(MaskPlanes.BAD, MaskPlanes.NO_DATA, MaskPlanes.SAT, MaskPlanes.CR);
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (MaskedImage frame : frames) {
            float value = frame.science().get(x, y);
            if ((frame.mask().get(x, y) & out) == 0 && Float.isFinite(value)) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        boolean marked = (result.mask().get(x, y) & planes.bits(MaskPlanes.NO_DATA)) != 0;
        float value = result.science().get(x, y);
        float variance = result.variance().get(x, y);
        if (least > greatest) {
            contract.ensure(
                    marked && !Float.isFinite(value),
                    () -> "no value is left at pixel (" + x + ", " + y
                            + "); it must be marked NO_DATA and not be finite");
            return;
        }
        String range = "from " + least + " to " + greatest;
        float margin = ROUNDING * Math.max(Math.abs(least), Math.abs(greatest));
        contract.ensure(
                !marked && value >= least - margin && value <= greatest + margin,
                () -> "pixel (" + x + ", " + y + ") must be " + range + " and not NO_DATA, is "
                        + value);
        contract.ensure(
                variance >= 0 && Float.isFinite(variance),
                () -> "variance at pixel (" + x + ", " + y + ") must be >= 0, is " + variance);
    }
}
