package org.dovetail.fits.camera;

import java.util.Optional;
import org.dovetail.image.Box;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Tells overscan beside the data from overscan beyond it, wherever headers put it.
 *
 * <p>The strip beside the data gets the rows of the data, whatever rows its section has; the strip
 * beyond gets their columns.
 *
 * @param who the amplifier, for messages
 * @param data the data of the amplifier
 * @param image all pixels of the image
 */
record Overscans(String who, Box data, Box image) {

    Optional<Box> serial(Sections sections) {
        return sections.overscan()
                .map(Section::box)
                .filter(box -> !sharesColumns(box))
                .map(box -> inside(new Box(box.x(), data.y(), box.width(), data.height())));
    }

    Optional<Box> parallel(Sections sections) {
        return sections.parallelOverscan()
                .or(() -> sections.overscan().filter(section -> sharesColumns(section.box())))
                .map(Section::box)
                .map(this::beyond);
    }

    private Box beyond(Box box) {
        if (box.y() < data.endY() && data.y() < box.endY()) {
            throw new TaskException(
                    ErrorCode.MISMATCHED_INPUT,
                    "the overscan " + box + " of " + who + " overlaps its data " + data);
        }
        return inside(new Box(data.x(), box.y(), data.width(), box.height()));
    }

    private boolean sharesColumns(Box box) {
        return box.x() < data.endX() && data.x() < box.endX();
    }

    private Box inside(Box box) {
        if (!image.contains(box)) {
            throw new TaskException(
                    ErrorCode.MISMATCHED_INPUT,
                    "the overscan " + box + " of " + who + " is not inside its image " + image);
        }
        return box;
    }
}
