package org.dovetail.role.simulation;

import org.dovetail.task.Role;
import org.dovetail.task.Writes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes the raw frames of a small survey, and the truth behind them.
 *
 * <p><b>Input.</b> A seed; all else is configuration.
 *
 * <p><b>Output.</b> Raw frames of one detector, in whole ADU from 0 to 65535; for each science frame
 * its sky coordinates and its {@link Truth}; the {@link Simulation#reference} catalogue of the sky.
 *
 * <p><b>Guarantees.</b> Equal seeds give equal results, bit for bit; different seeds give different
 * frames. All frames are of one detector, which names its amplifiers' true gain and read noise.
 *
 * <p><b>Threads.</b> A simulator does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Writes({"card *", "plane *"})
@Role(
        value = "simulation",
        doc = "Makes raw frames of which everything is known",
        contract = SkySimulatorContract.class)
@ConsumerType
public interface SkySimulator {

    /**
     * Simulates a survey.
     *
     * @param seed any number
     * @return the frames and the truth
     * @throws org.dovetail.task.TaskException with {@code INTERRUPTED}
     */
    Simulation simulate(long seed);
}
