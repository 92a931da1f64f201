package org.dovetail.fits.camera;

import java.util.Optional;

/**
 * What is known of an amplifier before it is read.
 *
 * @param name its name, if it has one
 * @param extension the HDU that holds it: a number or an {@code EXTNAME}; empty for the next one
 * @param sections where its pixels are
 * @param electronics how it counts
 */
record AmplifierFacts(
        Optional<String> name,
        Optional<String> extension,
        Sections sections,
        Electronics electronics) {

    /** Returns these facts, and those of a weaker source where there are none. */
    AmplifierFacts or(AmplifierFacts weaker) {
        return new AmplifierFacts(
                name.or(weaker::name),
                extension.or(weaker::extension),
                sections.or(weaker.sections),
                electronics.or(weaker.electronics));
    }

    /** Returns the same without places. */
    AmplifierFacts withoutSections() {
        return new AmplifierFacts(name, extension, Sections.UNKNOWN, electronics);
    }
}
