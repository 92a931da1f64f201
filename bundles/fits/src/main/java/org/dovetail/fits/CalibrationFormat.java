package org.dovetail.fits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dovetail.data.FileFormat;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.fits.camera.Keywords;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.fits.hdu.FitsOutput;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.CalibrationFrame.Kind;
import org.dovetail.image.Header.Card;
import org.dovetail.image.PixelUnit;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.service.component.annotations.Component;

/**
 * Calibration frames as FITS, laid out as calibrated images are; {@code CALKIND} tells what a frame
 * describes, {@code NCOMBINE} how many exposures it was combined from.
 *
 * <p>A single image of another program is read, too. What it describes is then told by {@code
 * IMAGETYP}, {@code OBSTYPE} or {@code OBJECT}, or else by the name of the file. Its unit is that of
 * {@code BUNIT}; where that is missing or something else, ADU, but a pure number for a flat field.
 */
@Component(service = StorageFormat.class)
public final class CalibrationFormat extends FileFormat<CalibrationFrame> {

    private static final List<String> KIND_KEYWORDS =
            List.of("CALKIND", "IMAGETYP", "OBSTYPE", "FRAME", "OBJECT");

    public CalibrationFormat() {
        super(CalibrationFrame.class, FileNames.READ, FileNames.WRITTEN);
    }

    @Override
    public CalibrationFrame read(Path file, ReadContext context) {
        PlanesFile planes = PlanesFile.read(file);
        Cards cards = planes.cards();
        Kind kind = kind(file, cards);
        PixelUnit unit = kind == Kind.FLAT ? PixelUnit.NONE : PixelUnit.ADU;
        String name = cards.text("DVNAME").orElse(FileNames.stem(file));
        return new CalibrationFrame(
                kind,
                planes.image(),
                Units.of(cards, unit),
                Math.toIntExact(Math.max(1, cards.whole("NCOMBINE", 1))),
                ExposureInfos.of(name, Keywords.USUAL, cards),
                KeptCards.of(cards));
    }

    @Override
    public void write(CalibrationFrame frame, Path file, Provenance provenance) {
        List<Card> cards = new ArrayList<>();
        cards.add(new Card("CALKIND", frame.kind().name(), "what the frame describes"));
        cards.add(new Card("NCOMBINE", (long) frame.frames(), "exposures combined"));
        cards.addAll(InfoCards.of(frame.info(), frame.header()));
        cards.addAll(ProvenanceCards.of(provenance));
        try (FitsOutput output = FitsOutput.create(file)) {
            output.empty(cards);
            Planes.write(output, frame.image(), frame.unit().fits(), List.of());
        }
    }

    private static Kind kind(Path file, Cards cards) {
        Stream<String> told = KIND_KEYWORDS.stream().flatMap(key -> cards.text(key).stream());
        return Stream.concat(told, Stream.of(file.getFileName().toString()))
                .flatMap(text -> kind(text).stream())
                .findFirst()
                .orElseThrow(() -> new TaskException(
                        ErrorCode.INCOMPLETE_INPUT,
                        file + " does not tell whether it is a bias, a dark or a flat;"
                                + " set its keyword CALKIND to BIAS, DARK or FLAT"));
    }

    private static Optional<Kind> kind(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("bias") || lower.contains("zero")) {
            return Optional.of(Kind.BIAS);
        }
        if (lower.contains("flat")) {
            return Optional.of(Kind.FLAT);
        }
        return lower.contains("dark") ? Optional.of(Kind.DARK) : Optional.empty();
    }
}
