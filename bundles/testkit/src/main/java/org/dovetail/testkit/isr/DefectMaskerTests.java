package org.dovetail.testkit.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.isr.DefectMasker;
import org.dovetail.role.isr.DefectMaskerContract;
import org.dovetail.task.Contract;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;

/** What every {@link DefectMasker} must do. */
public interface DefectMaskerTests extends InterruptibleTests<DefectMasker> {

    /** Returns the masker to test. */
    DefectMasker masker();

    @Override
    default DefectMasker algorithm() {
        return masker();
    }

    @Override
    default List<Call<DefectMasker>> calls() {
        return List.of(
                call(12, 9, new Box(2, 1, 1, 3)),
                call(12, 9, new Box(3, 4, 2, 1)),
                call(5, 30, new Box(0, 0, 1, 30)));
    }

    private static Call<DefectMasker> call(int width, int height, Box defect) {
        MaskedImage image = MaskedImage.of(Images.constant(width, height, 1));
        Detector detector = RawData.detector(width, height, defect);
        return Call.of(masker -> masker.mark(image, detector));
    }

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
