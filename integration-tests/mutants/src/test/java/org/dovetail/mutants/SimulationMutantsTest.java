package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.dovetail.catalog.Catalog;
import org.dovetail.plugin.simulator.SurveySimulator;
import org.dovetail.role.simulation.Simulation;
import org.dovetail.role.simulation.SkySimulator;
import org.dovetail.role.simulation.SkySimulatorContract;
import org.dovetail.role.simulation.Truth;
import org.dovetail.task.Configs;
import org.dovetail.task.Interruption;
import org.dovetail.testkit.simulation.SkySimulatorTests;

class SimulationMutantsTest implements RoleMutants<SkySimulator> {

    private static final SkySimulator SURVEY = new SurveySimulator(Configs.of(
            SurveySimulator.Config.class,
            "width",
            256,
            "height",
            288,
            "starDensity",
            60.0,
            "exposures",
            2,
            "biases",
            2,
            "darks",
            2,
            "flats",
            2,
            "cosmicRays",
            300.0));
    private static final Map<Long, Simulation> SURVEYS = new ConcurrentHashMap<>();

    static class Kit implements SkySimulatorTests {

        @Override
        public SkySimulator simulator() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<SkySimulator> table() {
        return MutantTable.of(SkySimulator.class, SkySimulatorContract::new)
                .right(SimulationMutantsTest::survey)
                .kit(Kit.class)
                .mayNotBeNone("There is no frame without it.")
                .call(simulator -> simulator.simulate(1))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .excluded(Flaw.IGNORES_MASK, Reasons.NO_MASK)
                .fault(
                        Flaw.WRONG_UNIT,
                        "gives electrons",
                        () -> Faults.rewrites(Rewrite.values(v -> 1.7f * v)),
                        statement("has a raw value of"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "gives the fluxes of the truth in ADU",
                        after(made -> remade(
                                made,
                                made.reference(),
                                truth -> new Truth(
                                        Catalogs.changed(
                                                truth.sources(), "flux", flux -> flux / 1.5),
                                        truth.marks()))),
                        tests("fluxesAreElectronsThatAFlatFieldGivesBack"))
                .mutant(
                        Flaw.WRONG_SHAPE,
                        "gives marks that lack a column",
                        after(made -> remade(
                                made,
                                made.reference(),
                                truth -> new Truth(
                                        truth.sources(), Rewrite.cut().apply(truth.marks())))),
                        statement("are not of the detector's size"))
                .mutant(
                        Flaw.WRONG_COLUMN,
                        "drops the magnitudes of the reference",
                        after(made -> remade(
                                made, Catalogs.without(made.reference(), "mag"), truth -> truth)),
                        statement("the reference catalogue has no column 'mag'"))
                .fault(
                        Flaw.LEAKS_NAN,
                        "leaves a hole",
                        () -> Faults.rewrites(Rewrite.hole()),
                        statement("has a raw value of NaN ADU"))
                .mutant(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "tells columns from one",
                        after(made -> remade(
                                made,
                                made.reference(),
                                truth -> new Truth(
                                        Catalogs.changed(
                                                truth.sources(),
                                                "x",
                                                x -> Math.min(
                                                        x + 1, truth.marks().width() - 0.6)),
                                        truth.marks()))),
                        tests("skyAndPixelPositionsAgree", "starsAreNoPixelOffTheTruth"))
                .fault(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "reads frames a column off",
                        () -> Faults.rewrites(Rewrite.shifted()),
                        tests("cosmicRaysAndSaturationAreKnown", "starsAreNoPixelOffTheTruth"))
                .mutant(
                        Flaw.DEPENDS_ON_CALLS,
                        "takes no notice of the seed",
                        right -> seed -> right.simulate(1),
                        tests("noTwoFramesAreAlike"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }

    private static UnaryOperator<SkySimulator> after(UnaryOperator<Simulation> spoil) {
        return right -> (seed) -> spoil.apply(right.simulate(seed));
    }

    /** Simulates each seed once, as one run of the kit asks for three dozen surveys. */
    private static SkySimulator survey() {
        return seed -> {
            Interruption.check("simulating a survey");
            return SURVEYS.computeIfAbsent(seed, SURVEY::simulate);
        };
    }

    private static Simulation remade(
            Simulation made, Catalog reference, UnaryOperator<Truth> truth) {
        return new Simulation(
                made.biases(),
                made.darks(),
                made.flats(),
                made.science(),
                made.truth().stream().map(truth).toList(),
                reference);
    }
}
