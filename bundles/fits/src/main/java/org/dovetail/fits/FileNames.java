package org.dovetail.fits;

import java.nio.file.Path;
import java.util.List;

/** The endings of FITS files. */
final class FileNames {

    /** Endings that are read, the usual one first. */
    static final List<String> READ =
            List.of("fits", "fits.fz", "fits.gz", "fit", "fts", "fit.gz", "fts.gz", "fz");

    /** Endings that are written: always plain FITS. */
    static final List<String> WRITTEN = List.of("fits", "fit", "fts");

    private FileNames() {}

    /** Returns a file's name without its ending. */
    static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.replaceFirst("(?i)(\\.(fits|fit|fts))?(\\.(fz|gz))?$", "");
    }
}
