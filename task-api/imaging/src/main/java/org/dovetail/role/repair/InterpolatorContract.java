package org.dovetail.role.repair;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Checks that an interpolator fills all pixels it should, and no other.
 *
 * @since 1.0
 */
public final class InterpolatorContract implements Interpolator {

    private static final Set<ErrorCode> DECLARED =
            EnumSet.of(ErrorCode.NO_USABLE_PIXELS, ErrorCode.INTERRUPTED);

    private final Interpolator real;
    private final Contract contract;

    /**
     * Wraps an interpolator.
     *
     * @param real the interpolator to check
     * @param contract names the interpolator in messages
     */
    public InterpolatorContract(Interpolator real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public MaskedImage interpolate(MaskedImage image, List<String> planes) {
        List<String> known = image.mask().planes().names();
        contract.require(
                known.containsAll(planes),
                () -> "asked for planes " + planes + ", the mask has " + known);
        contract.require(
                known.contains(MaskPlanes.INTRP) && known.contains(MaskPlanes.NO_DATA),
                () -> "the mask lacks INTRP or NO_DATA, it has " + known);
        int before = image.hashCode();
        MaskedImage filled = call(image, planes);
        contract.ensure(before == image.hashCode(), () -> "the input was changed");
        contract.ensure(
                filled.science().sameSize(image.science()),
                () -> "the result has " + filled.science().size() + " pixels, the image "
                        + image.science().size());
        contract.ensure(
                filled.mask().planes().equals(image.mask().planes()),
                () -> "the planes became " + filled.mask().planes().names());
        for (int y = 0; y < image.height(); y++) {
            ensureRow(image, filled, image.mask().planes().bits(planes), y);
        }
        return filled;
    }

    private MaskedImage call(MaskedImage image, List<String> planes) {
        try {
            return real.interpolate(image, planes);
        } catch (TaskException e) {
            contract.ensure(
                    DECLARED.contains(e.code()),
                    () -> "it failed with the undeclared code " + e.code() + ": " + e.getMessage());
            throw e;
        }
    }

    private void ensureRow(MaskedImage image, MaskedImage filled, int wanted, int y) {
        Row old = new Row(image, y);
        Row now = new Row(filled, y);
        int mayAppear = image.mask().planes().bits(MaskPlanes.INTRP, MaskPlanes.NO_DATA);
        for (int x = 0; x < image.width(); x++) {
            boolean fill = (old.marks[x] & wanted) != 0;
            boolean fine = fill
                    ? Float.isFinite(now.science[x])
                            && now.variance[x] >= 0
                            && now.variance[x] < Float.POSITIVE_INFINITY
                            && (now.marks[x] & mayAppear) != 0
                            && (now.marks[x] & ~mayAppear) == (old.marks[x] & ~mayAppear)
                            && (old.marks[x] & ~now.marks[x]) == 0
                    : same(old.science[x], now.science[x])
                            && same(old.variance[x], now.variance[x])
                            && old.marks[x] == now.marks[x];
            if (!fine) {
                String where = "pixel " + x + ", " + y;
                contract.ensure(
                        false, () -> where + (fill ? " was not filled or marked" : " was changed"));
            }
        }
    }

    private static boolean same(float one, float other) {
        return Float.floatToIntBits(one) == Float.floatToIntBits(other);
    }

    /** Copies of one row of each plane. */
    private static final class Row {

        private final float[] science;
        private final float[] variance;
        private final int[] marks;

        Row(MaskedImage image, int y) {
            science = new float[image.width()];
            variance = new float[image.width()];
            marks = new int[image.width()];
            image.science().row(y, science);
            image.variance().row(y, variance);
            image.mask().row(y, marks);
        }
    }
}
