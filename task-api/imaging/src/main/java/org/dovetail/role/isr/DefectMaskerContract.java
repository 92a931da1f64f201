package org.dovetail.role.isr;

import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Contract;

/**
 * Checks what every {@link DefectMasker} owes.
 *
 * @since 1.0
 */
public final class DefectMaskerContract implements DefectMasker {

    private final DefectMasker real;
    private final Contract contract;

    /**
     * Wraps a masker.
     *
     * @param real the masker to check
     * @param contract names the masker in messages
     */
    public DefectMaskerContract(DefectMasker real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public Mask mark(MaskedImage image, Detector detector) {
        contract.require(
                image.width() == detector.width() && image.height() == detector.height(),
                () -> "an image of " + image.science().size() + " is not of detector '"
                        + detector.name() + "' of " + detector.width() + " x "
                        + detector.height());
        int before = image.hashCode();
        Mask mask = contract.call(() -> real.mark(image, detector));
        Planes planes = new Planes(contract);
        contract.ensure(before == image.hashCode(), () -> "the image was changed");
        planes.standard(mask, image.width(), image.height());
        planes.onlyAdded(mask, image.mask(), MaskPlanes.BAD, MaskPlanes.NO_DATA);
        for (Box defect : detector.defects()) {
            defect(mask, defect.intersection(image.science().box()));
        }
        finite(mask, image);
        return mask;
    }

    private void defect(Mask mask, Box box) {
        if (box.area() > 0) {
            contract.ensure(
                    mask.crop(box).count(MaskPlanes.BAD) == box.area(),
                    () -> "the defect " + box + " must be marked BAD");
        }
    }

    private void finite(Mask mask, MaskedImage image) {
        int bit = mask.planes().bits(MaskPlanes.NO_DATA);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                boolean marked = (mask.get(x, y) & bit) != 0;
                if (!marked && !Float.isFinite(image.science().get(x, y))) {
                    String place = "pixel (" + x + ", " + y + ")";
                    contract.ensure(false, () -> place + " has no value and no mark NO_DATA");
                }
            }
        }
    }
}
