package org.dovetail.fits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.data.FileFormat;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.fits.camera.Keywords;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.fits.hdu.FitsOutput;
import org.dovetail.fits.wcs.PixelMap;
import org.dovetail.fits.wcs.WcsCards;
import org.dovetail.image.Exposure;
import org.dovetail.image.Header.Card;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.Wcs;
import org.osgi.service.component.annotations.Component;

/**
 * Calibrated images as FITS: a primary header that tells what is known, and the planes as
 * extensions {@code SCI} (32-bit floating point), {@code MASK} (32-bit whole numbers) and {@code VAR}
 * (32-bit floating point).
 *
 * <p>A single image of another program is read, too. Its unit is that of {@code BUNIT}, or ADU where
 * that is missing or something else; gain and read noise are those of the header, or 1 electron/ADU
 * and 0 electron; its variance is zero, which says: not known.
 */
@Component(service = StorageFormat.class)
public final class ExposureFormat extends FileFormat<Exposure> {

    public ExposureFormat() {
        super(Exposure.class, FileNames.READ, FileNames.WRITTEN);
    }

    @Override
    public Exposure read(Path file, ReadContext context) {
        PlanesFile planes = PlanesFile.read(file);
        Cards cards = planes.cards();
        Optional<WcsCards> wcs = WcsCards.find(cards, PixelMap.IDENTITY);
        String name = cards.text("DVNAME").orElse(FileNames.stem(file));
        return new Exposure(
                planes.image(),
                Units.of(cards, PixelUnit.ADU),
                DetectorCards.read(cards, planes.image().width(), planes.image().height()),
                ExposureInfos.of(name, Keywords.USUAL, cards),
                KeptCards.with(KeptCards.of(cards), wcs),
                wcs.flatMap(WcsCards::wcs));
    }

    @Override
    public void write(Exposure exposure, Path file, Provenance provenance) {
        List<Card> cards = new ArrayList<>(InfoCards.of(exposure.info(), exposure.header()));
        cards.addAll(DetectorCards.of(exposure.detector()));
        cards.addAll(ProvenanceCards.of(provenance));
        List<Card> wcs = exposure.wcs().map(Wcs::cards).orElse(InfoCards.wcs(exposure.header()));
        try (FitsOutput output = FitsOutput.create(file)) {
            output.empty(cards);
            Planes.write(output, exposure.image(), exposure.unit().fits(), wcs);
        }
    }
}
