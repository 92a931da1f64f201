package org.dovetail.role.simulation;

import java.util.List;
import java.util.stream.Stream;
import org.dovetail.image.Detector;
import org.dovetail.image.Image;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;
import org.dovetail.task.Contract;

/**
 * Checks that simulated frames are what a camera could have read, and that the truth fits them.
 *
 * @since 1.0
 */
public final class SkySimulatorContract implements SkySimulator {

    private final SkySimulator real;
    private final Contract contract;

    /**
     * Wraps a simulator.
     *
     * @param real the simulator to check
     * @param contract names the simulator in messages
     */
    public SkySimulatorContract(SkySimulator real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public Simulation simulate(long seed) {
        Simulation simulation = contract.call(() -> real.simulate(seed));
        List<RawExposure> frames = Stream.of(
                        simulation.biases(),
                        simulation.darks(),
                        simulation.flats(),
                        simulation.science())
                .flatMap(List::stream)
                .toList();
        contract.ensure(!frames.isEmpty(), () -> "there is no frame");
        frames.forEach(frame -> ensureFrame(frame, frames.get(0).detector()));
        for (int i = 0; i < simulation.science().size(); i++) {
            ensureTruth(simulation.science().get(i), simulation.truth().get(i));
        }
        Truth.REFERENCE_COLUMNS.forEach(name -> contract.ensure(
                simulation.reference().schema().find(name).isPresent(),
                () -> "the reference catalogue has no column '" + name + "'"));
        return simulation;
    }

    private void ensureFrame(RawExposure frame, Detector detector) {
        String name = frame.info().name();
        contract.ensure(
                frame.detector().equals(detector),
                () -> "frame '" + name + "' is of another detector");
        for (RawAmplifier amplifier : frame.amplifiers()) {
            ensureCounts(amplifier.data(), name);
            amplifier.serialOverscan().ifPresent(strip -> ensureCounts(strip, name));
            amplifier.parallelOverscan().ifPresent(strip -> ensureCounts(strip, name));
        }
    }

    private void ensureCounts(Image image, String name) {
        float[] row = new float[image.width()];
        for (int y = 0; y < image.height(); y++) {
            image.row(y, row);
            for (float value : row) {
                contract.ensure(
                        value == (int) value && value >= 0 && value <= 65535,
                        () -> "frame '" + name + "' has a raw value of " + value + " ADU");
            }
        }
    }

    private void ensureTruth(RawExposure frame, Truth truth) {
        String name = frame.info().name();
        contract.ensure(frame.wcs().isPresent(), () -> "frame '" + name + "' has no coordinates");
        contract.ensure(
                truth.marks().width() == frame.detector().width()
                        && truth.marks().height() == frame.detector().height(),
                () -> "the marks of frame '" + name + "' are not of the detector's size");
        double[] x = truth.sources().numbers("x");
        double[] y = truth.sources().numbers("y");
        for (int i = 0; i < x.length; i++) {
            int row = i;
            contract.ensure(
                    x[i] >= -0.5
                            && x[i] < frame.detector().width() - 0.5
                            && y[i] >= -0.5
                            && y[i] < frame.detector().height() - 0.5,
                    () -> "source " + row + " of frame '" + name + "' is at " + x[row] + ", "
                            + y[row] + ", off the detector");
        }
    }
}
