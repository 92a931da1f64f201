package org.dovetail.fits.camera;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.image.Box;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * What a camera file tells. It wins over headers; where it is silent, headers count.
 *
 * @param name the camera
 * @param match what a header must say for the file to be used with it
 * @param keywords the names of keywords
 * @param detector the name of the detector, if the file gives one
 * @param amplifiers the amplifiers; empty if the file leaves them to the headers
 * @param defects boxes of bad pixels, on the assembled detector
 */
public record Camera(
        String name,
        Map<String, String> match,
        Keywords keywords,
        Optional<String> detector,
        List<AmplifierFacts> amplifiers,
        List<Box> defects) {

    /** No camera file: all that is known stands in the headers. */
    public static final Camera NONE =
            new Camera("", Map.of(), Keywords.USUAL, Optional.empty(), List.of(), List.of());

    /** Copies the collections. */
    public Camera {
        match = Map.copyOf(match);
        amplifiers = List.copyOf(amplifiers);
        defects = List.copyOf(defects);
    }

    /**
     * Refuses frames of another camera.
     *
     * @param file the frame, for the message
     * @param header the header of the frame
     */
    void requireMatch(String file, Cards header) {
        match.forEach((keyword, wanted) -> {
            String found = header.text(keyword).orElse("missing");
            if (!found.equals(wanted)) {
                throw new TaskException(
                        ErrorCode.MISMATCHED_INPUT,
                        file + " is not from the camera '" + name + "': " + keyword + " is " + found
                                + ", not " + wanted + "; choose another camera file");
            }
        });
    }
}
