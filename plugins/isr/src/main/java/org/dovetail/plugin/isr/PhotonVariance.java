package org.dovetail.plugin.isr;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.Image;
import org.dovetail.role.isr.VarianceEstimator;
import org.dovetail.task.Interruption;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Takes the variance of a pixel from photon statistics and read noise.
 *
 * <p><b>Method.</b> {@code max(signal, 0) + readNoise^2} in electrons squared, with the read noise
 * of the pixel's amplifier. A signal that is not finite counts as none.
 *
 * <p><b>Limits.</b> The signal is the measured one, so a pixel that happens to be low gets too
 * little variance: weights from it are biased where the signal is no more than the read noise
 * squared. Pixels outside all amplifiers get the first one's read noise.
 *
 * <p><b>Cost.</b> One pass over the pixels.
 *
 * <p><b>Reference.</b> Howell (2006), Handbook of CCD Astronomy, 2nd ed., Cambridge University
 * Press, section 4.4; Merline &amp; Howell (1995), Experimental Astronomy 6, 163,
 * doi:10.1007/BF00421131.
 */
@Component(configurationPolicy = REQUIRE)
@TaskType("photon")
@ServiceDescription("Takes the variance from photon statistics and read noise")
public final class PhotonVariance implements VarianceEstimator {

    @Override
    public Image estimate(Image electrons, Detector detector) {
        int width = electrons.width();
        float[] variance = new float[width * electrons.height()];
        fill(electrons, electrons.box(), detector.amplifiers().get(0), variance);
        for (Amplifier amplifier : detector.amplifiers()) {
            Box box = amplifier.detectorBox().intersection(electrons.box());
            fill(electrons, box, amplifier, variance);
        }
        return Image.wrap(width, electrons.height(), variance);
    }

    private static void fill(Image electrons, Box box, Amplifier amplifier, float[] variance) {
        double floor = amplifier.readNoise() * amplifier.readNoise();
        float[] row = new float[box.width()];
        for (int y = box.y(); y < box.endY(); y++) {
            Interruption.check("estimating the variance");
            electrons.row(box.x(), y, box.width(), row, 0);
            int first = y * electrons.width() + box.x();
            for (int x = 0; x < row.length; x++) {
                boolean light = row[x] > 0 && row[x] < Float.POSITIVE_INFINITY;
                variance[first + x] = (float) (light ? row[x] + floor : floor);
            }
        }
    }
}
