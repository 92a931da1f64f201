package org.dovetail.plugin.cosmicrays;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dovetail.image.MaskedImage;
import org.dovetail.role.repair.CosmicRayRejector;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.repair.CosmicRayRejectorTests;
import org.junit.jupiter.api.Test;

class NoRejectorTest implements CosmicRayRejectorTests {

    @Override
    public CosmicRayRejector rejector() {
        return new NoRejector();
    }

    @Test
    void marksAreReturnedAsTheyAre() {
        MaskedImage image = Skies.seeded(1).build().image();
        assertEquals(image.mask(), rejector().find(image));
    }
}
