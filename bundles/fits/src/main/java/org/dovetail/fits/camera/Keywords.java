package org.dovetail.fits.camera;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.fits.hdu.Cards;

/**
 * The names that observatories give to what a raw frame tells, the preferred one first.
 *
 * <p>A camera file can put another name before them.
 */
public final class Keywords {

    /** How long the shutter was open, in seconds. */
    public static final String EXPOSURE_TIME = "exposureTime";
    /** How long dark current was collected, in seconds. */
    public static final String DARK_TIME = "darkTime";
    /** The filter. */
    public static final String FILTER = "filter";
    /** The time of the start. */
    public static final String DATE = "dateObs";
    /** The target. */
    public static final String OBJECT = "object";
    /** Electrons per ADU. */
    public static final String GAIN = "gain";
    /** Read noise in electrons. */
    public static final String READ_NOISE = "readNoise";
    /** The value from which a pixel is saturated, in ADU. */
    public static final String SATURATION = "saturation";
    /** The value from which a pixel is not linear, in ADU. */
    public static final String LINEARITY = "linearity";

    /** The usual names. */
    public static final Keywords USUAL = new Keywords(Map.of(
            EXPOSURE_TIME, List.of("EXPTIME", "EXPOSURE", "EXP_TIME", "ITIME"),
            DARK_TIME, List.of("DARKTIME"),
            FILTER,
                    List.of(
                            "FILTER",
                            "FILTNAM",
                            "FILTNAME",
                            "FILTERS",
                            "FILTER1",
                            "INSFILTE",
                            "ESO INS FILT1 NAME"),
            DATE, List.of("DATE-OBS", "DATE-BEG", "UTSHUT"),
            OBJECT, List.of("OBJECT", "TARGNAME", "OBJNAME"),
            // EGAIN first: where both are there, GAIN is the number of a camera setting
            GAIN, List.of("EGAIN", "GAIN", "GTGAIN", "CCDGAIN", "ESO DET OUT1 CONAD"),
            READ_NOISE,
                    List.of(
                            "RDNOISE",
                            "READNOIS",
                            "RDNOIS",
                            "RON",
                            "GTRON",
                            "ENOISE",
                            "ESO DET OUT1 RON"),
            SATURATION, List.of("SATURATE", "SATLEVEL", "SATURAT", "SATUR"),
            LINEARITY, List.of("MAXLIN", "LINLIM", "LINLIMIT")));

    private final Map<String, List<String>> names;

    private Keywords(Map<String, List<String>> names) {
        this.names = names;
    }

    /** Returns what a camera file may name. */
    static List<String> facts() {
        return USUAL.names.keySet().stream().sorted().toList();
    }

    /** Returns these with another name for some facts, before the usual ones. */
    Keywords with(Map<String, String> preferred) {
        Map<String, List<String>> more = new HashMap<>(names);
        preferred.forEach((fact, keyword) -> {
            List<String> list = new ArrayList<>(List.of(keyword));
            list.addAll(names.getOrDefault(fact, List.of()));
            more.put(fact, list);
        });
        return new Keywords(more);
    }

    /** Returns the names of a fact. */
    public List<String> of(String fact) {
        return names.getOrDefault(fact, List.of());
    }

    /** Returns the names of a fact with something after each, such as the number of an amplifier. */
    List<String> of(String fact, String suffix) {
        return of(fact).stream().map(keyword -> keyword + suffix).toList();
    }

    /** Returns the text of a fact, from the first of some headers that has it. */
    public Optional<String> text(String fact, Cards... headers) {
        return Arrays.stream(headers)
                .flatMap(header -> header.firstText(of(fact)).stream())
                .findFirst();
    }

    /** Returns the number of a fact, from the first of some headers that has it. */
    public Optional<Double> number(String fact, Cards... headers) {
        return Arrays.stream(headers)
                .flatMap(header -> header.firstNumber(of(fact)).stream())
                .findFirst();
    }
}
