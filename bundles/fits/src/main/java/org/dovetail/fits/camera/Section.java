package org.dovetail.fits.camera;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dovetail.image.Box;

/**
 * A part of an image in the notation of IRAF: {@code [first:last,first:last]}, 1-based, columns
 * before rows. A range that runs backwards turns the axis round.
 *
 * @param box the pixels
 * @param flipX whether the columns run backwards
 * @param flipY whether the rows run backwards
 */
public record Section(Box box, boolean flipX, boolean flipY) {

    private static final Pattern NOTATION = Pattern.compile(
            "\\s*\\[?\\s*(-?\\d+)\\s*:\\s*(-?\\d+)\\s*,\\s*(-?\\d+)\\s*:\\s*(-?\\d+)\\s*]?\\s*");

    /** Makes a section of a box that runs forwards. */
    public static Section of(Box box) {
        return new Section(box, false, false);
    }

    /** Reads the notation; empty if the text is something else, such as {@code UNKNOWN}. */
    public static Optional<Section> parse(String text) {
        Matcher matcher = NOTATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            int x1 = Integer.parseInt(matcher.group(1));
            int x2 = Integer.parseInt(matcher.group(2));
            int y1 = Integer.parseInt(matcher.group(3));
            int y2 = Integer.parseInt(matcher.group(4));
            Box box = new Box(
                    Math.min(x1, x2) - 1,
                    Math.min(y1, y2) - 1,
                    Math.abs(x2 - x1) + 1,
                    Math.abs(y2 - y1) + 1);
            boolean empty = x1 == 0 && x2 == 0 || y1 == 0 && y2 == 0; // how some headers say: none
            return empty ? Optional.empty() : Optional.of(new Section(box, x1 > x2, y1 > y2));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns whether it has the size of another one, in pixels. */
    boolean sameSize(Section other) {
        return box.width() == other.box.width() && box.height() == other.box.height();
    }

    /** Returns the notation, with ranges that run backwards where the axis is turned round. */
    @Override
    public String toString() {
        return "[" + range(box.x() + 1, box.endX(), flipX) + ","
                + range(box.y() + 1, box.endY(), flipY) + "]";
    }

    private static String range(int first, int last, boolean flip) {
        return flip ? last + ":" + first : first + ":" + last;
    }
}
