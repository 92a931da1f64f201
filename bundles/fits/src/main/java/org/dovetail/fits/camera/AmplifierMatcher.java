package org.dovetail.fits.camera;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** Finds which image of a file each amplifier is in, and joins what camera file and header tell. */
final class AmplifierMatcher {

    private final String file;
    private final Camera camera;
    private final List<ImageHdu> images;
    private final List<List<AmplifierFacts>> headers = new ArrayList<>();

    AmplifierMatcher(String file, Camera camera, Cards primary, List<ImageHdu> images) {
        this.file = file;
        this.camera = camera;
        this.images = images;
        for (ImageHdu image : images) {
            headers.add(new HeaderFacts(image.header(), primary, camera.keywords()).amplifiers());
        }
    }

    /**
     * An amplifier and the image it is in.
     *
     * @param facts what is known of it
     * @param image the number of the image, from 0
     */
    record Match(AmplifierFacts facts, int image) {}

    List<Match> matches() {
        List<Match> matches = new ArrayList<>();
        if (camera.amplifiers().isEmpty()) {
            for (int image = 0; image < images.size(); image++) {
                for (AmplifierFacts facts : headers.get(image)) {
                    matches.add(new Match(facts, image));
                }
            }
            return matches;
        }
        List<Integer> places = places();
        int[] used = new int[images.size()];
        for (int i = 0; i < places.size(); i++) {
            int image = places.get(i);
            long inImage = places.stream().filter(other -> other == image).count();
            List<AmplifierFacts> header = headers.get(image);
            AmplifierFacts weaker = header.size() == inImage
                    ? header.get(used[image])
                    : header.get(0).withoutSections();
            used[image]++;
            matches.add(new Match(camera.amplifiers().get(i).or(weaker), image));
        }
        return matches;
    }

    /** Returns the image that each amplifier of the camera file is in. */
    private List<Integer> places() {
        List<AmplifierFacts> wanted = camera.amplifiers();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).extension().isPresent()) {
                places.add(image(wanted.get(i).extension().get()));
            } else if (images.size() == 1) {
                places.add(0);
            } else if (images.size() == wanted.size()) {
                places.add(i);
            } else {
                throw new TaskException(
                        ErrorCode.MISMATCHED_INPUT,
                        file + " has " + images.size() + " images, the camera '" + camera.name()
                                + "' has " + wanted.size()
                                + " amplifiers; name the extension of each in the camera file");
            }
        }
        return places;
    }

    private int image(String extension) {
        for (int image = 0; image < images.size(); image++) {
            if (images.get(image).isCalled(extension)) {
                return image;
            }
        }
        throw new TaskException(
                ErrorCode.MISMATCHED_INPUT,
                file + " has no image extension '" + extension + "', which the camera '"
                        + camera.name() + "' has an amplifier in");
    }
}
