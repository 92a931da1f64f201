package org.dovetail.plugin.processccd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.fits.CatalogFormat;
import org.dovetail.fits.ExposureFormat;
import org.dovetail.fits.RawExposureFormat;
import org.dovetail.image.RawExposure;
import org.dovetail.quicklook.MarkersFormat;
import org.dovetail.tables.RegionFormat;

/** The work of the smallest run without anything around it: plain Java, by {@code new}. */
public final class PlainRun {

    private PlainRun() {}

    /** Processes the frame that the first argument names, into a new folder in the second. */
    public static void main(String[] args) throws IOException {
        RawExposure raw = new RawExposureFormat().read(Path.of(args[0]), ReadContext.NONE);
        ProcessCcd.Outputs made = Trees.processCcd()
                .run(new ProcessCcd.Inputs(
                        raw, Optional.empty(), Optional.empty(), Optional.empty()));
        Path folder = Files.createTempDirectory(Path.of(args[1]), "plain");
        new ExposureFormat().write(made.exposure(), folder.resolve("exposure.fits"), Provenance.NONE);
        new CatalogFormat().write(made.catalog(), folder.resolve("catalog.fits"), Provenance.NONE);
        new RegionFormat().write(made.catalog(), folder.resolve("catalog.reg"), Provenance.NONE);
        new MarkersFormat()
                .write(made.quicklook(), folder.resolve("quicklook.png"), Provenance.NONE);
    }
}
