package org.dovetail.role.simulation;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.image.RawExposure;

/**
 * The frames of a simulated survey and the truth behind them.
 *
 * @param biases raw frames without exposure
 * @param darks raw frames of a long time in the dark
 * @param flats raw frames of an even light
 * @param science raw frames of the sky
 * @param truth what each science frame shows, in the order of {@code science}
 * @param reference every source of the sky once, also of those no frame shows, without error: the
 *     columns {@code id}, {@code ra}, {@code dec}, {@code mag} and {@code galaxy} of {@link Truth}
 * @since 1.0
 */
public record Simulation(
        List<RawExposure> biases,
        List<RawExposure> darks,
        List<RawExposure> flats,
        List<RawExposure> science,
        List<Truth> truth,
        Catalog reference) {

    /** Copies the lists and checks that each science frame has its truth. */
    public Simulation {
        biases = List.copyOf(biases);
        darks = List.copyOf(darks);
        flats = List.copyOf(flats);
        science = List.copyOf(science);
        truth = List.copyOf(truth);
        if (truth.size() != science.size()) {
            throw new IllegalArgumentException(
                    science.size() + " science frames with the truth of " + truth.size());
        }
    }
}
