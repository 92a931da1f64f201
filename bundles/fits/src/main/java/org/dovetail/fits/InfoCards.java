package org.dovetail.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.fits.wcs.WcsCards;
import org.dovetail.image.ExposureInfo;
import org.dovetail.image.Header;
import org.dovetail.image.Header.Card;

/** Writes what is known of an exposure, then the other cards that are kept. */
final class InfoCards {

    private static final Set<String> TYPED =
            Set.of("DVNAME", "OBJECT", "DATE-OBS", "EXPTIME", "DARKTIME", "FILTER");

    private InfoCards() {}

    static List<Card> of(ExposureInfo info, Header header) {
        List<Card> cards = new ArrayList<>();
        cards.add(new Card("DVNAME", info.name(), "name of the exposure"));
        info.object().ifPresent(value -> cards.add(new Card("OBJECT", value, "target")));
        info.dateObs().ifPresent(value -> cards.add(new Card("DATE-OBS", value, "start, UTC")));
        cards.add(new Card("EXPTIME", info.exposureSeconds(), "s, shutter open"));
        cards.add(new Card("DARKTIME", info.darkSeconds(), "s, collecting dark current"));
        info.filter().ifPresent(value -> cards.add(new Card("FILTER", value, "filter")));
        Header kept = KeptCards.of(new Cards(header.cards()));
        kept.cards().stream().filter(card -> !TYPED.contains(card.keyword())).forEach(cards::add);
        return cards;
    }

    /** Returns the cards of sky coordinates that a header keeps since nothing computes with them. */
    static List<Card> wcs(Header header) {
        return header.cards().stream()
                .filter(card -> WcsCards.isWcs(card.keyword()))
                .toList();
    }
}
