package org.dovetail.plugin.cosmicrays;

import org.dovetail.image.Mask;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.repair.CosmicRayRejector;
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
 * Finds cosmic rays by their sharp edges: L.A.Cosmic.
 *
 * <p><b>Method.</b> The image is subsampled by two and convolved with the Laplacian {@code (0 -1 0;
 * -1 4 -1; 0 -1 0)}; what is negative becomes 0; two by two pixels are averaged. Divided by twice
 * the noise this is S, and S' is S less its median over 5 x 5 pixels. The noise is the square root of
 * the 5 x 5 median of the variance plane. A pixel is hit if S' exceeds {@code sigclip} and also
 * {@code objlim} times the fine structure: the 3 x 3 median of the image less the 7 x 7 median of
 * that, in units of the noise, at least {@value Edges#LEAST_STRUCTURE}. Neighbors of such pixels are
 * hit if their S' exceeds {@code sigclip}, then neighbors of all those if it exceeds {@code sigfrac
 * sigclip}. What was hit gets the median of its 5 x 5 neighbors that were not, and all is done
 * again, until nothing new is found or for {@code iterations}. As the Laplacian of a faint pixel
 * beside a bright one is hidden until the bright one is replaced, the neighbors of what was replaced
 * are hit if their S' exceeds {@code regrow}. Pixels without data have a median of their neighbors
 * too. Two pixels around saturated stars are left alone.
 *
 * <p>S' and the fine structure are worked out only where S, over a lower bound of the noise, exceeds
 * the limit, and after the first time only near pixels that were replaced; no result differs from
 * working out all of them.
 *
 * <p><b>Limits.</b> Takes the cores of stars for cosmic rays where they are narrower than about 1.8
 * pixels at half maximum; misses rays whose charge has spread over several pixels. Windows end at the
 * edges of the image.
 *
 * <p><b>Cost.</b> O(n) time for n pixels and some 20 n bytes; more time where there are many sharp
 * features.
 *
 * <p><b>Reference.</b> Van Dokkum (2001), PASP 113, 1420, doi:10.1086/323894. Written from the
 * paper; the second growth and the noise-scaled fine structure are those of its author's program.
 * Compared with astroscrappy 1.1.0, from which it differs in the noise model (the variance plane,
 * not gain and read noise), in saturated stars and in the edges of the image, which are searched; in
 * {@code regrow}, which they do not have; and in {@code sigfrac}, 0.3 there, which lets noise grow.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("lacosmic")
@ServiceDescription("Finds cosmic rays by their sharp edges (L.A.Cosmic)")
public final class LaplacianRejector implements CosmicRayRejector {

    /** Settings of the {@code lacosmic} rejector. */
    public @interface Config {
        @Setting(
                value = "Laplacian significance from which a pixel is hit",
                unit = "standard deviation",
                min = 0.1)
        double sigclip() default 4.5;

        @Setting(value = "Fraction of sigclip for neighbors of hit pixels", min = 0, max = 1)
        double sigfrac() default 0.5;

        @Setting(
                value = "Laplacian significance from which neighbors of replaced pixels are hit",
                unit = "standard deviation",
                min = 0.1)
        double regrow() default 3;

        @Setting(value = "Least contrast between Laplacian and fine structure", min = 0)
        double objlim() default 5;

        @Setting(value = "Most iterations", min = 1, max = 100)
        int iterations() default 4;
    }

    private final double sigclip;
    private final double sigfrac;
    private final double regrow;
    private final double objlim;
    private final int iterations;

    @Activate
    public LaplacianRejector(Config config) {
        sigclip = config.sigclip();
        sigfrac = config.sigfrac();
        regrow = config.regrow();
        objlim = config.objlim();
        iterations = config.iterations();
    }

    @Override
    public Mask find(MaskedImage image) {
        Frame frame = new Frame(image);
        if (frame.noiseUnknown()) {
            throw new TaskException(
                    ErrorCode.INCOMPLETE_INPUT,
                    "no pixel with data has a variance above 0; the noise is not known");
        }
        SaturatedStars.protect(frame, image.mask());
        Edges edges = new Edges(frame);
        Pixels suspects = edges.scan(sigclip);
        Pixels replaced = new Pixels();
        for (int i = 0; i < iterations; i++) {
            Pixels hit = hits(edges, suspects);
            hit.addAll(edges.neighbors(replaced, regrow));
            if (hit.size() == 0) {
                break;
            }
            frame.hit(hit);
            suspects = edges.changed(hit);
            replaced = hit;
        }
        return frame.marked(image.mask());
    }

    /** Returns the suspects that are hit, and their neighbors that are. */
    private Pixels hits(Edges edges, Pixels suspects) {
        Pixels hit = new Pixels();
        for (int k = 0; k < suspects.size(); k++) {
            if (k % 4096 == 0) {
                Interruption.check("looking for cosmic rays");
            }
            int pixel = suspects.get(k);
            double peak = edges.sharpness(pixel, sigclip);
            if (peak > sigclip && peak > objlim * edges.structure(pixel)) {
                hit.add(pixel);
            }
        }
        hit.addAll(edges.neighbors(hit, sigclip));
        hit.addAll(edges.neighbors(hit, sigfrac * sigclip));
        return hit;
    }
}
