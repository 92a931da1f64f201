package org.dovetail.role.isr;

import static org.dovetail.task.ErrorCode.MISMATCHED_INPUT;

import java.util.List;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Contract;

/**
 * Checks what every {@link AmplifierAssembler} owes.
 *
 * @since 1.0
 */
public final class AmplifierAssemblerContract implements AmplifierAssembler {

    private final AmplifierAssembler real;
    private final Contract contract;

    /**
     * Wraps an assembler.
     *
     * @param real the assembler to check
     * @param contract names the assembler in messages
     */
    public AmplifierAssemblerContract(AmplifierAssembler real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public MaskedImage assemble(Detector detector, List<Image> images, List<Mask> masks) {
        int before = 31 * images.hashCode() + masks.hashCode();
        MaskedImage result =
                contract.call(() -> real.assemble(detector, images, masks), MISMATCHED_INPUT);
        contract.ensure(
                before == 31 * images.hashCode() + masks.hashCode(), () -> "the input was changed");
        contract.ensure(
                result.width() == detector.width() && result.height() == detector.height(),
                () -> "the image must be " + detector.width() + " x " + detector.height() + ", is "
                        + result.science().size());
        Planes planes = new Planes(contract);
        planes.standard(result.mask(), detector.width(), detector.height());
        planes.variance(result.variance());
        corners(detector, images, result);
        uncovered(detector, result);
        return result;
    }

    /** The first pixel read shows whether box, flips and gain were heeded. */
    private void corners(Detector detector, List<Image> images, MaskedImage result) {
        for (int i = 0; i < images.size(); i++) {
            Amplifier amplifier = detector.amplifiers().get(i);
            Box box = amplifier.detectorBox();
            float expected = (float) (images.get(i).get(0, 0) * amplifier.gain());
            float value = result.science()
                    .get(
                            amplifier.flipX() ? box.endX() - 1 : box.x(),
                            amplifier.flipY() ? box.endY() - 1 : box.y());
            contract.ensure(
                    Float.isFinite(expected)
                            ? Math.abs(value - expected) <= Math.ulp(expected)
                            : !Float.isFinite(value),
                    () -> "the first pixel of amplifier '" + amplifier.name() + "' must be "
                            + expected + " electron, is " + value);
        }
    }

    private void uncovered(Detector detector, MaskedImage result) {
        int bit = result.mask().planes().bits(MaskPlanes.NO_DATA);
        for (int y = 0; y < detector.height(); y++) {
            for (int x = 0; x < detector.width(); x++) {
                int column = x;
                int row = y;
                contract.ensure(
                        (result.mask().get(x, y) & bit) != 0
                                || detector.amplifiers().stream()
                                        .anyMatch(a -> a.detectorBox().contains(column, row)),
                        () -> "pixel (" + column + ", " + row
                                + ") has no amplifier and must be marked NO_DATA");
            }
        }
    }
}
