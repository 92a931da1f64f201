package org.dovetail.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.fits.wcs.WcsCards;
import org.dovetail.image.Header;
import org.dovetail.image.Header.Card;

/**
 * Chooses the cards of an input that outlive it: those that are as true of the products as of the
 * frame. Layout, checksums, sky coordinates, sections and the electronics of amplifiers are not kept
 * as cards, since they change or have a place of their own.
 */
final class KeptCards {

    private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9_-]{1,8}");
    private static final Pattern LEFT_OUT =
            Pattern.compile("SIMPLE|XTENSION|BITPIX|NAXIS\\d*|EXTEND"
                    + "|PCOUNT|GCOUNT|GROUPS|BLOCKED|BSCALE|BZERO|BLANK|BUNIT|DATAMIN|DATAMAX|INHERIT"
                    + "|CHECKSUM|DATASUM|ZHECKSUM|ZDATASUM|EXTNAME|EXTVER|EXTLEVEL|NEXTEND|LONGSTRN|DATE"
                    + "|COMMENT|HISTORY|CONTINUE|END|HIERARCH|(DATA|BIAS|TRIM|DET|CCD|AMP|PARA)SEC[\\dA-H]*"
                    + "|[ABCDT]SEC\\d+|(E?GAIN|GTGAIN|CCDGAIN|RDNOISE|READNOIS|RDNOIS|RON|GTRON|ENOISE"
                    + "|SATURATE?|SATLEVEL|SATUR|MAXLIN|LINLIM|LINLIMIT|AMPNAM)[\\dA-H]*"
                    + "|DV[A-Z]+\\d*|MP_[A-Z_]+|DEF\\d{5}|DETECTOR|NCOMBINE|CALKIND");

    private KeptCards() {}

    static Header of(Cards cards) {
        List<Card> kept = new ArrayList<>();
        for (Card card : cards.list()) {
            String keyword = card.keyword();
            boolean first = kept.stream().noneMatch(other -> other.keyword().equals(keyword));
            if (first
                    && KEYWORD.matcher(keyword).matches()
                    && !LEFT_OUT.matcher(keyword).matches()
                    && !WcsCards.isWcs(keyword)) {
                kept.add(card);
            }
        }
        return new Header(kept);
    }

    /** Adds the cards of sky coordinates that cannot be computed with. */
    static Header with(Header header, Optional<WcsCards> wcs) {
        if (wcs.isEmpty() || wcs.get().wcs().isPresent()) {
            return header;
        }
        List<Card> cards = new ArrayList<>(header.cards());
        cards.addAll(wcs.get().cards());
        return new Header(cards);
    }
}
