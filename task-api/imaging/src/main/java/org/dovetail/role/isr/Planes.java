package org.dovetail.role.isr;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Contract;

/** Rules about planes of pixels that several contracts of this package share. */
final class Planes {

    private final Contract contract;

    Planes(Contract contract) {
        this.contract = contract;
    }

    /** Blames the algorithm for an image of another size. */
    void sameSize(String what, Image made, Image given) {
        contract.ensure(
                made.sameSize(given),
                () -> what + " must be " + given.size() + ", is " + made.size());
    }

    /** Blames the algorithm for a mask of another size or without the standard planes. */
    void standard(Mask made, int width, int height) {
        contract.ensure(
                made.width() == width && made.height() == height,
                () -> "the mask must be " + width + " x " + height + ", is " + made.width() + " x "
                        + made.height());
        contract.ensure(
                made.planes().names().containsAll(MaskPlanes.STANDARD.names()),
                () -> "the mask lacks standard planes; it has " + made.planes().names());
    }

    /** Blames the algorithm for a finite pixel that it lost, or a value that it invented. */
    void sameFinite(String what, Image made, Image given) {
        float[] now = new float[given.width()];
        float[] before = new float[given.width()];
        for (int y = 0; y < given.height(); y++) {
            made.row(y, now);
            given.row(y, before);
            for (int x = 0; x < now.length; x++) {
                if (Float.isFinite(now[x]) != Float.isFinite(before[x])) {
                    String change = before[x] + " became " + now[x];
                    String place = " at pixel (" + x + ", " + y + ")";
                    contract.ensure(false, () -> what + ": " + change + place);
                }
            }
        }
    }

    /** Blames the algorithm for a mark that it took away, or set on a plane not its own. */
    void onlyAdded(Mask made, Mask given, String... own) {
        contract.ensure(
                made.planes().equals(given.planes()),
                () -> "mask planes must be " + given.planes().names() + ", are "
                        + made.planes().names());
        int mine = made.planes().bits(own);
        int[] now = new int[given.width()];
        int[] before = new int[given.width()];
        for (int y = 0; y < given.height(); y++) {
            made.row(y, now);
            given.row(y, before);
            for (int x = 0; x < now.length; x++) {
                if ((now[x] & before[x]) != before[x] || (now[x] & ~before[x] & ~mine) != 0) {
                    String change = before[x] + " became " + now[x];
                    String place = " at pixel (" + x + ", " + y + ")";
                    contract.ensure(
                            false,
                            () -> "may only add " + String.join(", ", own) + "; mask bits " + change
                                    + place);
                }
            }
        }
    }

    /** Blames the algorithm for a variance that is negative or no number. */
    void variance(Image variance) {
        float[] row = new float[variance.width()];
        for (int y = 0; y < variance.height(); y++) {
            variance.row(y, row);
            for (int x = 0; x < row.length; x++) {
                if (!(row[x] >= 0)) {
                    String place = row[x] + " at pixel (" + x + ", " + y + ")";
                    contract.ensure(false, () -> "variance must be >= 0, is " + place);
                }
            }
        }
    }

    /** Blames the algorithm unless a corrected image keeps size, values and marks. */
    void corrected(MaskedImage made, MaskedImage given, String... own) {
        sameSize("the image", made.science(), given.science());
        sameFinite("the image", made.science(), given.science());
        onlyAdded(made.mask(), given.mask(), own);
        variance(made.variance());
    }

    /** Blames the algorithm for a pixel that could not be calibrated and is not marked BAD. */
    void uncalibratedIsBad(Mask made, CalibrationFrame frame) {
        int bad = made.planes().bits(MaskPlanes.BAD);
        Mask marks = frame.image().mask();
        int unusable = marks.planes().bits(MaskPlanes.BAD, MaskPlanes.NO_DATA);
        boolean quotient = frame.kind() == CalibrationFrame.Kind.FLAT;
        for (int y = 0; y < made.height(); y++) {
            for (int x = 0; x < made.width(); x++) {
                float value = frame.image().science().get(x, y);
                boolean usable = (marks.get(x, y) & unusable) == 0
                        && Float.isFinite(value)
                        && (value > 0 || !quotient);
                if (!usable && (made.get(x, y) & bad) == 0) {
                    String place = "(" + x + ", " + y + ")";
                    contract.ensure(
                            false,
                            () -> "pixel " + place + " of the " + frame.kind()
                                    + " cannot be used; the pixel must be marked BAD");
                }
            }
        }
    }
}
