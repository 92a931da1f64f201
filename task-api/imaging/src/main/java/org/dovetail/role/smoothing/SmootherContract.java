package org.dovetail.role.smoothing;

import org.dovetail.image.Image;
import org.dovetail.task.Contract;

/**
 * Checks that a filtered image has the size of the image and no data just where that has none.
 *
 * @since 1.0
 */
public final class SmootherContract implements Smoother {

    private final Smoother real;
    private final Contract contract;

    /**
     * Wraps a smoother.
     *
     * @param real the smoother to check
     * @param contract names the smoother in messages
     */
    public SmootherContract(Smoother real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public Image smooth(Image image) {
        int before = image.hashCode();
        Image smooth = contract.call(() -> real.smooth(image));
        contract.ensure(image.hashCode() == before, () -> "the image was changed");
        contract.ensure(
                smooth.sameSize(image),
                () -> "it made " + smooth.size() + " pixels of " + image.size());
        float[] in = new float[image.width()];
        float[] out = new float[image.width()];
        for (int y = 0; y < image.height(); y++) {
            image.row(y, in);
            smooth.row(y, out);
            for (int x = 0; x < in.length; x++) {
                if (Float.isFinite(in[x]) ? !Float.isFinite(out[x]) : !Float.isNaN(out[x])) {
                    String place = "at (" + x + ", " + y + ") it made " + out[x] + " of " + in[x];
                    contract.ensure(false, () -> place); // no text for pixels that are right
                }
            }
        }
        return smooth;
    }
}
