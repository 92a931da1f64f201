package org.dovetail.plugin.measurement;

import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.role.detection.Footprint;

/** Collects the marks of the pixels of one footprint after another; for one thread. */
final class FootprintMarks {

    private final Mask mask;
    private final int badBits;
    private final int noData;
    private final int edgeBits;
    private int[] row = new int[64];
    private int marks;
    private int bad;
    private boolean atEdge;

    FootprintMarks(Mask mask, int badBits) {
        this.mask = mask;
        this.badBits = badBits;
        noData = UsableImage.known(mask, MaskPlanes.NO_DATA);
        edgeBits = UsableImage.known(mask, MaskPlanes.EDGE, MaskPlanes.NO_DATA);
    }

    /** Reads the marks of a footprint, and those of the pixels around it. */
    void read(Footprint footprint) {
        marks = 0;
        bad = 0;
        atEdge = false;
        if (row.length < footprint.box().width() + 2) {
            row = new int[2 * footprint.box().width() + 2];
        }
        for (int span = 0; span < footprint.spans(); span++) {
            int start = footprint.start(span);
            int length = footprint.end(span) - start;
            mask.row(start, footprint.row(span), length, row);
            for (int i = 0; i < length; i++) {
                marks |= row[i];
                bad += (row[i] & badBits) == 0 ? 0 : 1;
            }
            atEdge = atEdge || bordersOnNothing(footprint, span);
        }
        atEdge = atEdge || (marks & edgeBits) != 0;
    }

    /** Returns whether a run touches the edge of the image or pixels without data. */
    private boolean bordersOnNothing(Footprint footprint, int span) {
        int y = footprint.row(span);
        int from = footprint.start(span) - 1;
        int to = footprint.end(span);
        if (from < 0 || to >= mask.width() || y == 0 || y == mask.height() - 1) {
            return true;
        }
        for (int near = y - 1; near <= y + 1; near++) {
            mask.row(from, near, to - from + 1, row);
            for (int i = 0; i <= to - from; i++) {
                if ((row[i] & noData) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the marks of all pixels of the footprint. */
    int marks() {
        return marks;
    }

    /** Returns how many pixels of the footprint are bad. */
    int bad() {
        return bad;
    }

    /** Returns whether the footprint is cut off. */
    boolean atEdge() {
        return atEdge;
    }
}
