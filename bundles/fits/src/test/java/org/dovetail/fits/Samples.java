package org.dovetail.fits;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.data.Provenance;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.fits.wcs.PixelMap;
import org.dovetail.fits.wcs.WcsCards;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.ExposureInfo;
import org.dovetail.image.Header;
import org.dovetail.image.Header.Card;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;
import org.dovetail.image.Wcs;

/** Datasets to write and read back. */
final class Samples {

    static final Provenance PROVENANCE = new Provenance(
            "a-run",
            "process-ccd@1.0.0",
            "0123456789abcdef".repeat(4),
            List.of(
                    new Provenance.SlotProvenance(
                            "process-ccd.detection.threshold.smoothing.that.is.so.deep.that.it.needs"
                                    + ".two.lines",
                            "gaussian@1.2.0",
                            "org.dovetail.plugin.smoothing",
                            "fedcba9876543210".repeat(4)),
                    new Provenance.SlotProvenance("process-ccd.isr", "standard@1.0.0", "b", "d")),
            List.of(new Provenance.InputProvenance("raw", "it's raw.fits", "00ff".repeat(16))));

    private Samples() {}

    static Detector detector(Amplifier... amplifiers) {
        int width = 0;
        int height = 0;
        for (Amplifier amplifier : amplifiers) {
            width = Math.max(width, amplifier.detectorBox().endX());
            height = Math.max(height, amplifier.detectorBox().endY());
        }
        List<Box> defects = List.of(new Box(3, 0, 1, height), new Box(5, 5, 2, 2));
        return new Detector("CCD 1", width, height, List.of(amplifiers), defects);
    }

    static Detector twoAmplifiers() {
        return detector(
                new Amplifier("A", new Box(0, 0, 20, 31), false, false, 1.7, 4.2, 60000, 50000),
                new Amplifier(
                        "B",
                        new Box(20, 0, 20, 31),
                        true,
                        true,
                        1.0 / 3,
                        0,
                        Double.POSITIVE_INFINITY,
                        Double.POSITIVE_INFINITY));
    }

    static Detector oneAmplifier() {
        return detector(
                new Amplifier("A", new Box(0, 0, 20, 31), false, false, 1.7, 4.2, 60000, 50000));
    }

    static RawExposure raw(Detector detector) {
        Random random = new Random(7);
        List<RawAmplifier> amplifiers = detector.amplifiers().stream()
                .map(amplifier -> new RawAmplifier(
                        amplifier,
                        whole(random, amplifier.detectorBox().width(), 31),
                        Optional.of(whole(random, 6, 31)),
                        Optional.of(whole(random, amplifier.detectorBox().width(), 4))))
                .toList();
        return new RawExposure(detector, amplifiers, info(), header(), wcs());
    }

    static ExposureInfo info() {
        return new ExposureInfo(
                "visit-7",
                12.5,
                14.25,
                Optional.of("r"),
                Optional.of("2026-01-02T03:04:05.678"),
                Optional.of("NGC 1'2"));
    }

    static Header header() {
        return new Header(List.of(
                new Card("OBSERVER", "Ångström, A. J.", "who"),
                new Card("AIRMASS", 1.25e-3, ""),
                new Card("SEQNUM", -12L, ""),
                new Card("DOMEOPEN", false, "is it")));
    }

    static Optional<Wcs> wcs() {
        Cards cards = new Cards(List.of(
                new Card("CTYPE1", "RA---TAN", ""),
                new Card("CTYPE2", "DEC--TAN", ""),
                new Card("CRVAL1", 150.25, ""),
                new Card("CRVAL2", 2.5, ""),
                new Card("CRPIX1", 10.0, ""),
                new Card("CRPIX2", 20.0, ""),
                new Card("CD1_1", -1e-4, ""),
                new Card("CD2_2", 1e-4, "")));
        return WcsCards.find(cards, PixelMap.IDENTITY).flatMap(WcsCards::wcs);
    }

    static MaskedImage masked(int width, int height) {
        Random random = new Random(3);
        float[] science = new float[width * height];
        float[] variance = new float[width * height];
        int[] mask = new int[width * height];
        for (int i = 0; i < science.length; i++) {
            science[i] = (float) random.nextGaussian();
            variance[i] = random.nextFloat();
            mask[i] = random.nextInt(1 << 10);
        }
        science[5] = Float.NaN;
        return new MaskedImage(
                Image.wrap(width, height, science),
                Mask.wrap(width, height, MaskPlanes.STANDARD.with("SPIKE"), mask),
                Image.wrap(width, height, variance));
    }

    private static Image whole(Random random, int width, int height) {
        float[] pixels = new float[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(65536);
        }
        return Image.wrap(width, height, pixels);
    }

    static Catalog catalog(int rows) {
        Schema.Builder schema = new Schema.Builder();
        Key id = schema.add("id", Column.Type.INT, "", "meta.id;meta.main", "number");
        Key big = schema.add("big", Column.Type.LONG, "", "", "");
        Key x = schema.add("x", Column.Type.DOUBLE, "pixel", "pos.cartesian.x", "column");
        Key flux =
                schema.add("flux", Column.Type.FLOAT, "electron/s", "phot.flux", "it's \"flux\"");
        Key blended = schema.add("flag_blended", Column.Type.BOOLEAN, "", "meta.code", "is it");
        Catalog.Builder table = new Catalog.Builder(schema.build(), rows);
        Random random = new Random(1);
        for (int row = 0; row < rows; row++) {
            table.setWhole(id, row, row - 5);
            table.setWhole(big, row, random.nextLong());
            table.set(x, row, row % 7 == 3 ? Double.NaN : random.nextGaussian());
            table.set(flux, row, row % 5 == 3 ? Double.NaN : random.nextFloat());
            table.setFlag(blended, row, random.nextBoolean());
        }
        return table.build();
    }
}
