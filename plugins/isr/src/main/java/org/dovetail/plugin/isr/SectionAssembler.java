package org.dovetail.plugin.isr;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import java.util.Arrays;
import java.util.List;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.isr.AmplifierAssembler;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Interruption;
import org.dovetail.task.TaskException;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Puts each amplifier into its box of the detector.
 *
 * <p><b>Method.</b> Row by row: turned where the amplifier reads backwards, multiplied by its gain.
 * Where boxes overlap, the later amplifier wins.
 *
 * <p><b>Limits.</b> Gaps between the chips of a mosaic are not this algorithm's: a detector is one
 * chip.
 *
 * <p><b>Cost.</b> One pass over the pixels.
 */
@Component(configurationPolicy = REQUIRE)
@TaskType("sections")
@ServiceDescription("Puts each amplifier into its section of the detector, times its gain")
public final class SectionAssembler implements AmplifierAssembler {

    @Override
    public MaskedImage assemble(Detector detector, List<Image> images, List<Mask> masks) {
        requireOnePerAmplifier(detector, images, masks);
        float[] pixels = new float[detector.width() * detector.height()];
        int[] marks = new int[pixels.length];
        Arrays.fill(pixels, Float.NaN);
        Arrays.fill(marks, MaskPlanes.STANDARD.bits(MaskPlanes.NO_DATA));
        for (int i = 0; i < images.size(); i++) {
            Amplifier amplifier = detector.amplifiers().get(i);
            requireFit(detector, amplifier, images.get(i), masks.get(i));
            place(amplifier, images.get(i), masks.get(i), detector.width(), pixels, marks);
        }
        return new MaskedImage(
                Image.wrap(detector.width(), detector.height(), pixels),
                Mask.wrap(detector.width(), detector.height(), MaskPlanes.STANDARD, marks),
                Image.constant(detector.width(), detector.height(), 0));
    }

    private static void place(
            Amplifier amplifier, Image image, Mask mask, int stride, float[] pixels, int[] marks) {
        Box box = amplifier.detectorBox();
        double gain = amplifier.gain();
        float[] row = new float[box.width()];
        int[] bits = new int[box.width()];
        int first = amplifier.flipX() ? box.endX() - 1 : box.x();
        int step = amplifier.flipX() ? -1 : 1;
        for (int y = 0; y < box.height(); y++) {
            Interruption.check("assembling amplifiers");
            image.row(y, row);
            mask.row(y, bits);
            int target = (amplifier.flipY() ? box.endY() - 1 - y : box.y() + y) * stride + first;
            for (int x = 0; x < row.length; x++) {
                pixels[target + step * x] = (float) (row[x] * gain);
                marks[target + step * x] = bits[x];
            }
        }
    }

    private static void requireOnePerAmplifier(
            Detector detector, List<Image> images, List<Mask> masks) {
        int amplifiers = detector.amplifiers().size();
        if (images.size() != amplifiers || masks.size() != amplifiers) {
            throw new TaskException(
                    ErrorCode.MISMATCHED_INPUT,
                    "detector '" + detector.name() + "' has " + amplifiers + " amplifiers, not "
                            + images.size() + " images and " + masks.size() + " masks");
        }
    }

    private static void requireFit(Detector detector, Amplifier amplifier, Image image, Mask mask) {
        Box box = amplifier.detectorBox();
        if (!new Box(0, 0, detector.width(), detector.height()).contains(box)) {
            throw new TaskException(
                    ErrorCode.MISMATCHED_INPUT,
                    "the box " + box + " of amplifier '" + amplifier.name()
                            + "' reaches beyond detector '" + detector.name() + "' of "
                            + detector.width() + " x " + detector.height() + " pixels");
        }
        if (image.width() != box.width()
                || image.height() != box.height()
                || mask.width() != box.width()
                || mask.height() != box.height()
                || !mask.planes().equals(MaskPlanes.STANDARD)) {
            throw new TaskException(
                    ErrorCode.MISMATCHED_INPUT,
                    "data of " + image.size() + " and a mask of " + mask.width() + " x "
                            + mask.height() + " do not fit the box " + box + " of amplifier '"
                            + amplifier.name() + "'");
        }
    }
}
