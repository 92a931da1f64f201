package org.dovetail.plugin.smoothing;

import org.dovetail.image.Image;
import org.dovetail.role.smoothing.Smoother;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Leaves the image as it is.
 *
 * <p><b>Method.</b> None; infinite pixels become NaN, as the role asks.
 *
 * <p><b>Limits.</b> Single noisy pixels count as much as sources of the same peak.
 *
 * <p><b>Cost.</b> O(n) time for n pixels; no memory.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("none")
@ServiceDescription("No filter")
public final class NoSmoother implements Smoother {

    /** Creates a smoother that does nothing. */
    @Activate
    public NoSmoother() {}

    @Override
    public Image smooth(Image image) {
        float[] row = new float[image.width()];
        boolean infinite = false;
        for (int y = 0; y < image.height() && !infinite; y++) {
            image.row(y, row);
            infinite = !RowWindow.allFinite(row) && hasInfinite(row);
        }
        return infinite ? withoutInfinite(image) : image;
    }

    private static boolean hasInfinite(float[] row) {
        for (float value : row) {
            if (Float.isInfinite(value)) {
                return true;
            }
        }
        return false;
    }

    private static Image withoutInfinite(Image image) {
        float[] pixels = image.toArray();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Float.isInfinite(pixels[i]) ? Float.NaN : pixels[i];
        }
        return Image.wrap(image.width(), image.height(), pixels);
    }
}
