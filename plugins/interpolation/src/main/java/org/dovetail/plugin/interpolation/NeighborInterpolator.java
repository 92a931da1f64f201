package org.dovetail.plugin.interpolation;

import java.util.List;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.repair.Interpolator;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Interruption;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskException;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Fills pixels with the plane that fits the nearest good pixels best.
 *
 * <p><b>Method.</b> A square window around the pixel grows until good pixels lie in opposite quarters
 * of it: left and right, or below and above. A plane is fitted to the good pixels of the window, with weights
 * {@code exp(-d^2 / (2 s^2))}, d the distance and {@code s = (r + 1) / 2} for a window that reaches
 * r pixels. Its value in the middle, kept within the range of the good pixels of the window, is the
 * filled value: across a bad column this is linear interpolation along the rows, smoothed a little
 * along the column. Where there are none in opposite quarters within {@code reach}, the smallest window
 * with any good pixel serves. The variance is what the fit takes over from the variances of the good
 * pixels, plus the scatter of these around the plane or their mean variance, whichever is greater: a
 * filled pixel is never better known than a measured one. Where no good pixel is within {@code
 * reach}, the pixel gets the median of (a regular sample of) all good pixels and {@code NO_DATA}.
 *
 * <p><b>Limits.</b> What a star loses to a bad column through its center comes back only in part: a
 * plane has no peak. Filled pixels are for filters and displays; measurements should look at the
 * mask.
 *
 * <p><b>Cost.</b> O(n) time for n pixels, and O(m r^2) for m filled ones; 13 n bytes.
 *
 * <p><b>Reference.</b> Normalized convolution with a first-order model: Knutsson &amp; Westin (1993),
 * CVPR, 515, doi:10.1109/CVPR.1993.341081; local regression: Cleveland (1979), JASA 74, 829,
 * doi:10.1080/01621459.1979.10481038. Written from the papers; the growing window and the variance
 * are this program's.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("nearest-neighbors")
@ServiceDescription("Fills unusable pixels with the plane through the nearest good ones")
public final class NeighborInterpolator implements Interpolator {

    /** Settings of the {@code nearest-neighbors} interpolator. */
    public @interface Config {
        @Setting(
                value = "How far away good pixels may be, along rows and columns",
                unit = "pixel",
                min = 1,
                max = 100)
        int reach() default 16;
    }

    private final int reach;

    @Activate
    public NeighborInterpolator(Config config) {
        reach = config.reach();
    }

    @Override
    public MaskedImage interpolate(MaskedImage image, List<String> planes) {
        int wanted = image.mask().planes().bits(planes);
        int[] marks = image.mask().toArray();
        if (!anyMarked(marks, wanted)) {
            return image;
        }
        Donors donors = new Donors(image, wanted, reach);
        if (donors.count() == 0) {
            throw new TaskException(
                    ErrorCode.NO_USABLE_PIXELS,
                    "none of the " + image.science().size() + " pixels can fill those marked "
                            + planes);
        }
        return filled(image, marks, wanted, donors);
    }

    private static boolean anyMarked(int[] marks, int wanted) {
        for (int mark : marks) {
            if ((mark & wanted) != 0) {
                return true;
            }
        }
        return false;
    }

    private MaskedImage filled(MaskedImage image, int[] marks, int wanted, Donors donors) {
        int width = image.width();
        float[] science = image.science().toArray();
        float[] variance = image.variance().toArray();
        int interpolated = image.mask().planes().bits(MaskPlanes.INTRP);
        int noData = image.mask().planes().bits(MaskPlanes.NO_DATA);
        LocalPlane plane = new LocalPlane(donors, reach);
        for (int i = 0; i < marks.length; i++) {
            if (i % width == 0) {
                Interruption.check("filling pixels");
            }
            if ((marks[i] & wanted) == 0) {
                continue;
            }
            // Donors are never filled, so values filled before do not matter.
            if (plane.fit(i)) {
                science[i] = plane.value();
                variance[i] = plane.variance();
                marks[i] |= interpolated;
            } else {
                science[i] = donors.typicalValue();
                variance[i] = donors.typicalVariance();
                marks[i] |= noData;
            }
        }
        return new MaskedImage(
                Image.wrap(width, image.height(), science),
                Mask.wrap(width, image.height(), image.mask().planes(), marks),
                Image.wrap(width, image.height(), variance));
    }
}
