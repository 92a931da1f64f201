package org.dovetail.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dovetail.data.Provenance;
import org.dovetail.data.Provenance.InputProvenance;

/**
 * What made a table, as names and texts: {@code dovetail.run}, {@code dovetail.task}, {@code
 * dovetail.configuration}; for each slot {@code dovetail.slot.PATH} with algorithm, bundle and its
 * digest; for each input {@code dovetail.input.N} with dataset, file name and its digest.
 */
final class ProvenanceEntries {

    private ProvenanceEntries() {}

    static Map<String, String> of(Provenance provenance) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (provenance.equals(Provenance.NONE)) {
            return entries;
        }
        entries.put("dovetail.run", provenance.run());
        entries.put("dovetail.task", provenance.task());
        entries.put("dovetail.configuration", provenance.configurationHash());
        provenance
                .slots()
                .forEach(slot -> entries.put(
                        "dovetail.slot." + slot.path(),
                        slot.algorithm() + " " + slot.bundle() + " sha256:" + slot.digest()));
        List<InputProvenance> inputs = provenance.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            InputProvenance input = inputs.get(i);
            entries.put(
                    "dovetail.input." + (i + 1),
                    input.dataset() + " " + input.name() + " sha256:" + input.digest());
        }
        return entries;
    }
}
