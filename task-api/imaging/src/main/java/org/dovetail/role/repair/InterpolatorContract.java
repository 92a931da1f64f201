package org.dovetail.role.repair;

import java.util.List;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;

/**
 * Checks that an interpolator fills all pixels it should, and no other.
 *
 * @since 1.0
 */
public final class InterpolatorContract implements Interpolator {

    private static final float ROUNDING = 1e-6f;

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
        List<String> asked = List.copyOf(planes);
        MaskedImage filled =
                contract.call(() -> real.interpolate(image, planes), ErrorCode.NO_USABLE_PIXELS);
        contract.ensure(
                before == image.hashCode() && asked.equals(planes), () -> "the input was changed");
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
        ensureRange(image, filled, planes);
        return filled;
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

    /** A filled value is made of donors: it is none of its own. */
    private void ensureRange(MaskedImage image, MaskedImage filled, List<String> planes) {
        MaskPlanes names = image.mask().planes();
        int wanted = names.bits(planes);
        int unusable = wanted
                | names.bits(MaskPlanes.BAD, MaskPlanes.SAT, MaskPlanes.CR, MaskPlanes.NO_DATA);
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int y = 0; y < image.height(); y++) {
            Row row = new Row(image, y);
            for (int x = 0; x < image.width(); x++) {
                if ((row.marks[x] & unusable) == 0 && Float.isFinite(row.science[x])) {
                    least = Math.min(least, row.science[x]);
                    greatest = Math.max(greatest, row.science[x]);
                }
            }
        }
        float margin = ROUNDING * Math.max(Math.abs(least), Math.abs(greatest));
        String range = "from " + least + " to " + greatest + ", as the donors are";
        for (int y = 0; y < image.height(); y++) {
            Row old = new Row(image, y);
            Row now = new Row(filled, y);
            for (int x = 0; x < image.width(); x++) {
                float value = now.science[x];
                if ((old.marks[x] & wanted) != 0
                        && !(value >= least - margin && value <= greatest + margin)) {
                    String place = "pixel " + x + ", " + y + " was filled with " + value;
                    contract.ensure(false, () -> place + ", not with a value " + range);
                }
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
