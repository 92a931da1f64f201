package org.dovetail.plugin.isr;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.isr.DefectMasker;
import org.dovetail.task.Interruption;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Marks the detector's boxes of defects, and pixels without a value.
 *
 * <p><b>Method.</b> Pixels in a box are {@code BAD}, pixels that are not finite {@code NO_DATA}.
 *
 * <p><b>Limits.</b> Marks what the detector's description knows; finds nothing by itself.
 *
 * <p><b>Cost.</b> One pass over the pixels, and one over each box.
 */
@Component(configurationPolicy = REQUIRE)
@TaskType("boxes")
@ServiceDescription("Marks the detector's known defects, and pixels without a value")
public final class DefectBoxes implements DefectMasker {

    @Override
    public Mask mark(MaskedImage image, Detector detector) {
        int width = image.width();
        int[] marks = image.mask().toArray();
        MaskPlanes planes = image.mask().planes();
        int noData = planes.bits(MaskPlanes.NO_DATA);
        float[] row = new float[width];
        for (int y = 0; y < image.height(); y++) {
            Interruption.check("marking defects");
            image.science().row(y, row);
            for (int x = 0; x < width; x++) {
                marks[y * width + x] |= Float.isFinite(row[x]) ? 0 : noData;
            }
        }
        int bad = planes.bits(MaskPlanes.BAD);
        for (Box defect : detector.defects()) {
            Box box = defect.intersection(image.science().box());
            for (int y = box.y(); y < box.endY(); y++) {
                for (int x = box.x(); x < box.endX(); x++) {
                    marks[y * width + x] |= bad;
                }
            }
        }
        return Mask.wrap(width, image.height(), planes, marks);
    }
}
