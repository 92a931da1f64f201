package org.dovetail.testkit.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dovetail.image.Box;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.isr.DefectMasker;
import org.dovetail.role.isr.DefectMaskerContract;
import org.dovetail.task.Contract;
import org.dovetail.testkit.Images;
import org.junit.jupiter.api.Test;

/** What every {@link DefectMasker} must do. */
public interface DefectMaskerTests {

    /** Returns the masker to test. */
    DefectMasker masker();

    /** Returns the masker with its contract around it. */
    default DefectMasker checkedMasker() {
        return new DefectMaskerContract(masker(), new Contract("the defect masker"));
    }

    @Test
    default void defectIsMarkedWhereItLies() {
        Mask mask = checkedMasker()
                .mark(
                        MaskedImage.of(Images.constant(6, 5, 1)),
                        RawData.detector(6, 5, new Box(2, 1, 1, 3)));
        assertEquals(3, mask.count(MaskPlanes.BAD));
        assertEquals(3, mask.crop(new Box(2, 1, 1, 3)).count(MaskPlanes.BAD));
        assertEquals(0, mask.count(MaskPlanes.NO_DATA));
    }

    @Test
    default void defectAcrossTheEdgeIsCutThere() {
        Mask mask = checkedMasker()
                .mark(
                        MaskedImage.of(Images.constant(6, 5, 1)),
                        RawData.detector(6, 5, new Box(4, 3, 9, 9), new Box(20, 20, 2, 2)));
        assertEquals(4, mask.count(MaskPlanes.BAD));
    }

    @Test
    default void pixelsWithoutValueAreMarked() {
        MaskedImage image = MaskedImage.of(Images.row(1, Double.NaN, Double.POSITIVE_INFINITY));
        Mask mask = checkedMasker().mark(image, RawData.detector(3, 1));
        assertEquals(2, mask.count(MaskPlanes.NO_DATA));
        assertEquals(0, mask.get(0, 0));
    }

    @Test
    default void olderMarksAreKept() {
        MaskedImage image =
                Images.marked(MaskedImage.of(Images.constant(3, 1, 1)), MaskPlanes.SAT, 1, 0);
        Mask mask = checkedMasker().mark(image, RawData.detector(3, 1, new Box(0, 0, 3, 1)));
        assertEquals(1, mask.count(MaskPlanes.SAT));
        assertEquals(3, mask.count(MaskPlanes.BAD));
    }
}
