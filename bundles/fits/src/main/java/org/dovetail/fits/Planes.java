package org.dovetail.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.fits.hdu.FitsOutput;
import org.dovetail.fits.hdu.ImageInput;
import org.dovetail.image.Header.Card;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;

/**
 * Reads and writes the three planes of a masked image, as extensions {@code SCI}, {@code MASK} and
 * {@code VAR}. The mask's header names its bits: {@code MP_BAD = 0}, as the LSST pipelines write it.
 */
final class Planes {

    /** The extensions beside the pixels of a calibrated image, here and of the LSST pipelines. */
    static final Set<String> BESIDE = Set.of("MASK", "VAR", "VARIANCE");

    private static final String PLANE = "MP_";

    private Planes() {}

    static void write(FitsOutput output, MaskedImage image, String unit, List<Card> wcs) {
        List<Card> science = named("SCI");
        if (!unit.isEmpty()) {
            science.add(new Card("BUNIT", unit, "unit of the values"));
        }
        science.addAll(wcs);
        writeFloats(output, image.science(), science);
        List<Card> mask = named("MASK");
        List<String> planes = image.mask().planes().names();
        for (int bit = 0; bit < planes.size(); bit++) {
            mask.add(new Card(PLANE + planes.get(bit), (long) bit, "bit"));
        }
        mask.addAll(wcs);
        int[] bits = new int[image.width()];
        output.image(32, image.width(), image.height(), mask, (y, into) -> {
            image.mask().row(y, bits);
            into.asIntBuffer().put(bits);
            into.position(into.position() + bits.length * Integer.BYTES);
        });
        List<Card> variance = named("VAR");
        if (!unit.isEmpty()) {
            variance.add(new Card("BUNIT", squared(unit), "unit of the values"));
        }
        variance.addAll(wcs);
        writeFloats(output, image.variance(), variance);
    }

    static void writeFloats(FitsOutput output, Image image, List<Card> cards) {
        float[] row = new float[image.width()];
        output.image(-32, image.width(), image.height(), cards, (y, into) -> {
            image.row(y, row);
            into.asFloatBuffer().put(row);
            into.position(into.position() + row.length * Float.BYTES);
        });
    }

    private static String squared(String unit) {
        return (unit.contains("/") ? "(" + unit + ")" : unit) + "**2";
    }

    private static List<Card> named(String extension) {
        List<Card> cards = new ArrayList<>();
        cards.add(new Card("EXTNAME", extension, "plane of the image"));
        return cards;
    }

    /** Reads the current image of a file as a mask. */
    static Mask readMask(ImageInput input, Cards header) {
        TreeMap<Integer, String> byBit = new TreeMap<>();
        header.list().stream()
                .filter(card -> card.keyword().startsWith(PLANE))
                .forEach(card -> header.number(card.keyword())
                        .filter(bit -> bit >= 0 && bit < 31)
                        .ifPresent(bit -> byBit.put(
                                bit.intValue(), card.keyword().substring(PLANE.length()))));
        List<String> names = new ArrayList<>();
        for (int bit = 0; !byBit.isEmpty() && bit <= byBit.lastKey(); bit++) {
            names.add(byBit.getOrDefault(bit, "PLANE" + bit));
        }
        return Mask.wrap(
                input.width(), input.height(), new MaskPlanes(names), input.wholeNumbers());
    }

    /**
     * Puts planes together. Where there is no mask, pixels that are not finite are marked {@code
     * NO_DATA}; where there is no variance, it is zero, which says: not known.
     */
    static MaskedImage join(Image science, Optional<Mask> mask, Optional<Image> variance) {
        return new MaskedImage(
                science,
                mask.orElseGet(() -> finite(science)),
                variance.orElseGet(() -> Image.constant(science.width(), science.height(), 0)));
    }

    private static Mask finite(Image science) {
        int width = science.width();
        float[] row = new float[width];
        int[] bits = {};
        for (int y = 0; y < science.height(); y++) {
            science.row(y, row);
            if (!allFinite(row)) {
                bits = bits.length == 0 ? new int[width * science.height()] : bits;
                mark(row, bits, y * width);
            }
        }
        return bits.length == 0
                ? Mask.clear(width, science.height())
                : Mask.wrap(width, science.height(), MaskPlanes.STANDARD, bits);
    }

    private static boolean allFinite(float[] row) {
        boolean finite = true;
        for (float value : row) {
            finite &= Float.isFinite(value);
        }
        return finite;
    }

    private static void mark(float[] row, int[] bits, int offset) {
        int noData = MaskPlanes.STANDARD.bits(MaskPlanes.NO_DATA);
        for (int x = 0; x < row.length; x++) {
            bits[offset + x] = Float.isFinite(row[x]) ? 0 : noData;
        }
    }
}
