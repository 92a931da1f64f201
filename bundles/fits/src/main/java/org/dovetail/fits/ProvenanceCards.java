package org.dovetail.fits;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.data.Provenance;
import org.dovetail.data.Provenance.InputProvenance;
import org.dovetail.data.Provenance.SlotProvenance;
import org.dovetail.image.Header.Card;

/**
 * Writes what made a dataset as cards: {@code DVRUN}, {@code DVTASK}, {@code DVCONF}; for each slot
 * {@code DVSLOTn} (path), {@code DVALGn} (algorithm and version), {@code DVBNDn} (bundle) and {@code
 * DVDIGn} (its SHA-256); for each input {@code DVINn} (dataset), {@code DVINFn} (file name) and
 * {@code DVINDn} (its SHA-256).
 */
final class ProvenanceCards {

    private static final int MOST_SLOTS = 99; // a keyword has eight characters
    private static final int MOST_INPUTS = 999;

    private ProvenanceCards() {}

    static List<Card> of(Provenance provenance) {
        List<Card> cards = new ArrayList<>();
        add(cards, "DVRUN", provenance.run(), "run");
        add(cards, "DVTASK", provenance.task(), "task");
        add(cards, "DVCONF", provenance.configurationHash(), "");
        List<SlotProvenance> slots = provenance.slots();
        if (!slots.isEmpty()) {
            cards.add(new Card("DVNSLOT", (long) slots.size(), "number of slots"));
        }
        for (int i = 0; i < Math.min(slots.size(), MOST_SLOTS); i++) {
            SlotProvenance slot = slots.get(i);
            add(cards, "DVSLOT" + (i + 1), slot.path(), "slot");
            add(cards, "DVALG" + (i + 1), slot.algorithm(), "what ran in it");
            add(cards, "DVBND" + (i + 1), slot.bundle(), "its bundle");
            add(cards, "DVDIG" + (i + 1), slot.digest(), "");
        }
        List<InputProvenance> inputs = provenance.inputs();
        if (!inputs.isEmpty()) {
            cards.add(new Card("DVNIN", (long) inputs.size(), "number of inputs"));
        }
        for (int i = 0; i < Math.min(inputs.size(), MOST_INPUTS); i++) {
            InputProvenance input = inputs.get(i);
            add(cards, "DVIN" + (i + 1), input.dataset(), "input");
            add(cards, "DVINF" + (i + 1), input.name(), "its file");
            add(cards, "DVIND" + (i + 1), input.digest(), "");
        }
        return cards;
    }

    private static void add(List<Card> cards, String keyword, String value, String comment) {
        if (!value.isEmpty()) {
            cards.add(new Card(keyword, value, comment));
        }
    }
}
