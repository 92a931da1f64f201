package org.dovetail.fits.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Where the pixels of a raw file belong.
 *
 * @param detector the assembled detector
 * @param readOuts its amplifiers, in the detector's order
 */
public record CameraGeometry(Detector detector, List<ReadOut> readOuts) {

    private static final List<String> DETECTOR_NAMES =
            List.of("CCDNAME", "DETNAME", "ESO DET CHIP NAME", "DETECTOR", "DETECTID", "INSTRUME");

    /**
     * Finds the amplifiers of a file.
     *
     * @param file the name of the file, for messages
     * @param camera what a camera file tells
     * @param primary the primary header
     * @param images the images of the file; at least one
     * @return the geometry
     * @throws TaskException with {@code INCOMPLETE_INPUT} if neither header nor camera file tells
     *     enough; with {@code MISMATCHED_INPUT} if they do not go together
     */
    public static CameraGeometry of(
            String file, Camera camera, Cards primary, List<ImageHdu> images) {
        camera.requireMatch(file, images.get(0).header().and(primary));
        List<AmplifierMatcher.Match> matches =
                new AmplifierMatcher(file, camera, primary, images).matches();
        List<Placement> placements = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            AmplifierMatcher.Match match = matches.get(i);
            placements.add(new Placement(
                    file, match.facts(), images.get(match.image()), i, matches.size() == 1));
        }
        int left = placements.stream().mapToInt(Placement::left).min().orElse(0);
        int bottom = placements.stream().mapToInt(Placement::bottom).min().orElse(0);
        List<ReadOut> readOuts = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            readOuts.add(placements.get(i).readOut(left, bottom, matches.get(i).image()));
        }
        return new CameraGeometry(
                detector(camera, images.get(0).header().and(primary), readOuts), readOuts);
    }

    private static Detector detector(Camera camera, Cards header, List<ReadOut> readOuts) {
        List<Amplifier> amplifiers = readOuts.stream().map(ReadOut::amplifier).toList();
        List<Box> boxes = amplifiers.stream().map(Amplifier::detectorBox).toList();
        int width = boxes.stream().mapToInt(Box::endX).max().orElse(0);
        int height = boxes.stream().mapToInt(Box::endY).max().orElse(0);
        Box all = new Box(0, 0, width, height);
        List<Box> defects = camera.defects().stream()
                .map(all::intersection)
                .filter(box -> box.area() > 0)
                .toList();
        String name =
                camera.detector().or(() -> header.firstText(DETECTOR_NAMES)).orElse("detector");
        return new Detector(name, width, height, amplifiers, defects);
    }

    /** An amplifier on the way from facts to a read-out. */
    private static final class Placement {

        private final String who;
        private final AmplifierFacts facts;
        private final ImageHdu image;
        private final String name;
        private final Box data;
        private final Section place;

        Placement(String file, AmplifierFacts facts, ImageHdu image, int index, boolean alone) {
            this.facts = facts;
            this.image = image;
            name = facts.name().orElse(Integer.toString(index + 1));
            who = "amplifier '" + name + "' (HDU " + image.index() + ") of " + file;
            data = inside(data(), "the data section");
            place = facts.sections()
                    .detector()
                    .or(() -> alone ? Optional.of(wholeDetector()) : Optional.empty())
                    .orElseThrow(() -> incomplete("DETSEC", "detector"));
            requireBinning(place.box().width(), data.width(), "columns");
            requireBinning(place.box().height(), data.height(), "rows");
        }

        int left() {
            return place.box().x() / binningX();
        }

        int bottom() {
            return place.box().y() / binningY();
        }

        ReadOut readOut(int left, int bottom, int imageNumber) {
            Box box = new Box(left() - left, bottom() - bottom, data.width(), data.height());
            Electronics electronics = facts.electronics();
            Amplifier amplifier = new Amplifier(
                    name,
                    box,
                    place.flipX(),
                    place.flipY(),
                    electronics.gain().orElseThrow(() -> incomplete("GAIN", "gain")),
                    electronics.readNoise().orElseThrow(() -> incomplete("RDNOISE", "readNoise")),
                    electronics.saturation().orElse(Double.POSITIVE_INFINITY),
                    electronics.linearityLimit().orElse(Double.POSITIVE_INFINITY));
            Overscans overscans = new Overscans(who, data, image.box());
            return new ReadOut(
                    amplifier,
                    imageNumber,
                    data,
                    overscans.serial(facts.sections()),
                    overscans.parallel(facts.sections()));
        }

        private Box data() {
            if (facts.sections().data().isPresent()) {
                return facts.sections().data().get().box();
            }
            if (facts.sections().overscan().isPresent()) {
                throw incomplete("DATASEC or TRIMSEC", "data");
            }
            return image.box();
        }

        private Section wholeDetector() {
            return Section.of(new Box(0, 0, data.width(), data.height()));
        }

        private Box inside(Box box, String what) {
            if (!image.box().contains(box)) {
                throw new TaskException(
                        ErrorCode.MISMATCHED_INPUT,
                        what + " " + box + " of " + who + " is not inside its image of "
                                + image.width() + " x " + image.height() + " pixels");
            }
            return box;
        }

        private int binningX() {
            return place.box().width() / data.width();
        }

        private int binningY() {
            return place.box().height() / data.height();
        }

        private void requireBinning(int onDetector, int read, String what) {
            if (onDetector < read || onDetector % read != 0) {
                throw new TaskException(
                        ErrorCode.MISMATCHED_INPUT,
                        who + " has " + read + " " + what + " of data " + data + " for "
                                + onDetector + " on the detector " + place
                                + "; the second must be a multiple of the first");
            }
        }

        private TaskException incomplete(String keyword, String key) {
            return new TaskException(
                    ErrorCode.INCOMPLETE_INPUT,
                    who + " has no usable " + keyword + " in its header; give '" + key
                            + "' for it in a camera file (see docs/cameras.md)");
        }
    }
}
