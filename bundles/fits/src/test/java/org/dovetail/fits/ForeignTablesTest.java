package org.dovetail.fits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.dovetail.catalog.Catalog;
import org.dovetail.data.ReadContext;
import org.junit.jupiter.api.Test;

/** Reads tables of other programs. Sums are those of astropy 5.2.1. */
class ForeignTablesTest {

    @Test
    void tableOfSubaruIsRead() {
        Catalog catalog = read("hsc_astrom/1180_49.fits");
        assertEquals(267, catalog.rows());
        assertEquals(264311.10603523254, Arrays.stream(catalog.numbers("x")).sum(), 1e-6);
    }

    @Test
    void tableOfLasCumbresIsRead() {
        Catalog catalog = read("lco_mef/ogg2m001-ep04-20201006-0097-matched-cat.fits");
        assertEquals(140, catalog.rows());
        assertEquals(144831.66226429172, Arrays.stream(catalog.numbers("x")).sum(), 1e-6);
    }

    @Test
    void tableOfGaiaIsRead() {
        Catalog catalog = read("decam_gaia6/chunk-03559.fits");
        assertEquals(15518, Arrays.stream(catalog.numbers("phot_g_n_obs")).sum());
        assertEquals(113, catalog.flags("duplicated_source").length);
    }

    private static Catalog read(String name) {
        return new CatalogFormat().read(SharedData.file(name), ReadContext.NONE);
    }
}
