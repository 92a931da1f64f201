package org.dovetail.plugin.isr;

import java.util.List;
import java.util.Locale;
import org.dovetail.image.Header;
import org.dovetail.image.Header.Card;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.RawExposure;
import org.dovetail.role.isr.OverscanResult;

/** Writes what was measured into the header. */
final class Report {

    /** Keywords have eight characters, two of them for the number of the amplifier. */
    private static final int MAX_AMPLIFIERS = 99;

    private Report() {}

    static Header of(RawExposure raw, List<OverscanResult> read, Frames frames, Mask mask) {
        Header header = raw.header();
        for (int i = 0; i < Math.min(read.size(), MAX_AMPLIFIERS); i++) {
            OverscanResult result = read.get(i);
            if (Double.isNaN(result.scatter())) {
                continue;
            }
            String number = String.format(Locale.ROOT, "%02d", i + 1);
            double gain = raw.amplifiers().get(i).amplifier().gain();
            header = header.with(new Card(
                            "OSLEV" + number, result.level(), "[adu] overscan level subtracted"))
                    .with(new Card(
                            "RNOISE" + number,
                            result.scatter() * gain,
                            "[electron] read noise in the overscan"));
        }
        return header.with(flag("BIASCORR", frames.bias().isPresent(), "bias subtracted"))
                .with(flag("DARKCORR", frames.dark().isPresent(), "dark current subtracted"))
                .with(flag("FLATCORR", frames.flat().isPresent(), "divided by flat field"))
                .with(count("NSATPIX", mask, MaskPlanes.SAT, "saturated pixels"))
                .with(count("NBADPIX", mask, MaskPlanes.BAD, "bad pixels"));
    }

    private static Card flag(String keyword, boolean value, String comment) {
        return new Card(keyword, value, comment);
    }

    private static Card count(String keyword, Mask mask, String plane, String comment) {
        return new Card(keyword, mask.count(plane), comment);
    }
}
