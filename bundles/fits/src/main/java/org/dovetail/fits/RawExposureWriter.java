package org.dovetail.fits;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dovetail.data.Provenance;
import org.dovetail.fits.camera.ReadOut;
import org.dovetail.fits.camera.Section;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.fits.hdu.FitsOutput;
import org.dovetail.fits.wcs.PixelMap;
import org.dovetail.fits.wcs.WcsCards;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Header.Card;
import org.dovetail.image.Image;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;
import org.dovetail.image.Wcs;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Writes a raw frame as unsigned 16-bit numbers. Each amplifier is an image with its data first, its
 * serial overscan beside them and its parallel overscan ({@code PARASEC}) beyond them. A frame of
 * one amplifier is a primary image; one of several has an extension for each.
 *
 * <p>Values are rounded, and held between 0 and 65535 as a converter does.
 */
final class RawExposureWriter {

    private static final int ZERO = 32768;
    private static final int MOST = 65535;

    private final RawExposure raw;

    RawExposureWriter(RawExposure raw) {
        this.raw = raw;
    }

    void write(Path file, Provenance provenance) {
        List<Card> common = new ArrayList<>(InfoCards.of(raw.info(), raw.header()));
        common.add(new Card("DETECTOR", raw.detector().name(), "detector"));
        common.addAll(ProvenanceCards.of(provenance));
        try (FitsOutput output = FitsOutput.create(file)) {
            if (raw.amplifiers().size() == 1) {
                amplifier(output, raw.amplifiers().get(0), common);
                return;
            }
            output.empty(common);
            for (int i = 0; i < raw.amplifiers().size(); i++) {
                List<Card> cards = new ArrayList<>();
                cards.add(new Card("EXTNAME", "SCI", "an amplifier's image"));
                cards.add(new Card("EXTVER", i + 1L, "number of the amplifier"));
                amplifier(output, raw.amplifiers().get(i), cards);
            }
        }
    }

    /** Returns the sky coordinates of the read-out, from those of the detector. */
    private List<Card> wcs(Amplifier amplifier) {
        List<Card> cards = raw.wcs().map(Wcs::cards).orElse(InfoCards.wcs(raw.header()));
        Box data = new Box(
                0, 0, amplifier.detectorBox().width(), amplifier.detectorBox().height());
        PixelMap map = new ReadOut(amplifier, 0, data, Optional.empty(), Optional.empty()).map();
        return WcsCards.find(new Cards(cards), map.inverse())
                .map(WcsCards::cards)
                .orElse(List.of());
    }

    private void amplifier(FitsOutput output, RawAmplifier part, List<Card> cards) {
        Amplifier amplifier = part.amplifier();
        Box data = part.data().box();
        int serial = part.serialOverscan().map(Image::width).orElse(0);
        int parallel = part.parallelOverscan().map(Image::height).orElse(0);
        cards.add(new Card("BSCALE", 1L, "unsigned numbers"));
        cards.add(new Card("BZERO", (long) ZERO, "unsigned numbers"));
        cards.add(new Card("BUNIT", "adu", "unit of the values"));
        cards.add(new Card("AMPNAME", amplifier.name(), "amplifier"));
        cards.add(new Card("DATASEC", data.toString(), "exposed pixels"));
        if (serial > 0) {
            Box box = new Box(data.width(), 0, serial, data.height());
            cards.add(new Card("BIASSEC", box.toString(), "serial overscan"));
        }
        if (parallel > 0) {
            Box box = new Box(0, data.height(), data.width(), parallel);
            cards.add(new Card("PARASEC", box.toString(), "parallel overscan"));
        }
        Section place = new Section(amplifier.detectorBox(), amplifier.flipX(), amplifier.flipY());
        cards.add(new Card("DETSEC", place.toString(), "where the data lie"));
        cards.add(new Card("GAIN", amplifier.gain(), "electron/adu"));
        cards.add(new Card("RDNOISE", amplifier.readNoise(), "electron"));
        DetectorCards.level(cards, "SATURATE", amplifier.saturation(), "adu, saturated from here");
        DetectorCards.level(cards, "MAXLIN", amplifier.linearityLimit(), "adu, suspect from here");
        cards.addAll(wcs(amplifier));
        float[] row = new float[data.width() + serial];
        output.image(16, row.length, data.height() + parallel, cards, (y, into) -> {
            fill(part, y, row);
            encode(row, into);
        });
    }

    private static void fill(RawAmplifier part, int y, float[] row) {
        int width = part.data().width();
        int height = part.data().height();
        if (y < height) {
            part.data().row(y, row);
            part.serialOverscan()
                    .ifPresent(overscan -> overscan.row(0, y, overscan.width(), row, width));
        } else {
            Arrays.fill(row, 0); // the corner is read by nobody
            part.parallelOverscan().orElseThrow().row(y - height, row);
        }
    }

    private static void encode(float[] row, ByteBuffer into) {
        for (float value : row) {
            if (Float.isNaN(value)) {
                throw new TaskException(
                        ErrorCode.UNWRITABLE_OUTPUT,
                        "a raw frame of whole numbers cannot hold a pixel without a value");
            }
            into.putShort((short) (Math.min(MOST, Math.max(0, Math.round(value))) - ZERO));
        }
    }
}
