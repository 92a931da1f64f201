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
        for (int i = 0; i < images.size(); i++) {
            placed(detector.amplifiers().get(i), images.get(i), masks.get(i), result);
        }
        uncovered(detector, result);
        return result;
    }

    /** Box, flips and gain say where each pixel and its marks are, and what it is worth. */
    private void placed(Amplifier amplifier, Image image, Mask marks, MaskedImage result) {
        Box box = amplifier.detectorBox();
        boolean comparable = marks.planes().equals(result.mask().planes());
        for (int row = 0; row < box.height(); row++) {
            int y = amplifier.flipY() ? box.endY() - 1 - row : box.y() + row;
            for (int column = 0; column < box.width(); column++) {
                int x = amplifier.flipX() ? box.endX() - 1 - column : box.x() + column;
                float expected = (float) (image.get(column, row) * amplifier.gain());
                float value = result.science().get(x, y);
                boolean same = Float.isFinite(expected)
                        ? Math.abs(value - expected) <= Math.ulp(expected)
                        : !Float.isFinite(value);
                int lost = comparable ? marks.get(column, row) & ~result.mask().get(x, y) : 0;
                if (!same || lost != 0) {
                    String place = "pixel (" + x + ", " + y + "), of amplifier '" + amplifier.name()
                            + "', must ";
                    contract.ensure(
                            same, () -> place + "be " + expected + " electron, is " + value);
                    contract.ensure(false, () -> place + "keep its marks");
                }
            }
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
