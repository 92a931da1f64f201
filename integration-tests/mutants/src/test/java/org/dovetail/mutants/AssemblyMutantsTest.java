package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.dovetail.image.Detector;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.isr.SectionAssembler;
import org.dovetail.role.isr.AmplifierAssembler;
import org.dovetail.role.isr.AmplifierAssemblerContract;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.AmplifierAssemblerTests;
import org.dovetail.testkit.isr.RawData;

class AssemblyMutantsTest implements RoleMutants<AmplifierAssembler> {

    private static final Detector DETECTOR = RawData.quadrants(8, 6);
    private static final List<Image> READ =
            IntStream.range(0, 4).mapToObj(i -> Images.noise(i, 4, 3, 500, 20)).toList();
    private static final List<Mask> MARKS = IntStream.range(0, 4)
            .mapToObj(i -> Images.marked(MaskedImage.of(READ.get(i)), MaskPlanes.SAT, 1, i % 3)
                    .mask())
            .toList();

    static class Kit implements AmplifierAssemblerTests {

        @Override
        public AmplifierAssembler assembler() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<AmplifierAssembler> table() {
        return MutantTable.of(AmplifierAssembler.class, AmplifierAssemblerContract::new)
                .right(SectionAssembler::new)
                .kit(Kit.class)
                .mayNotBeNone("There is no image before it.")
                .call(assembler ->
                        assembler.assemble(DETECTOR, new ArrayList<>(READ), new ArrayList<>(MARKS)))
                .mutant(
                        Flaw.CHANGES_INPUT,
                        "takes images off the list",
                        right -> (detector, images, masks) -> {
                            MaskedImage result = right.assemble(detector, images, masks);
                            images.remove(3);
                            return result;
                        },
                        statement("the input was changed"))
                .mutant(
                        Flaw.CHANGES_INPUT,
                        "turns the list of masks around",
                        right -> (detector, images, masks) -> {
                            MaskedImage result = right.assemble(detector, images, masks);
                            Collections.reverse(masks);
                            return result;
                        },
                        statement("the input was changed"))
                .mutant(
                        Flaw.IGNORES_MASK,
                        "drops the marks",
                        right -> (detector, images, masks) -> right.assemble(
                                detector,
                                images,
                                masks.stream()
                                        .map(mask -> Mask.clear(mask.width(), mask.height()))
                                        .toList()),
                        statement("pixel (1, 0), of amplifier 'A', must keep its marks"))
                .fault(
                        Flaw.WRONG_UNIT,
                        "leaves ADU",
                        () -> Faults.rewrites(Rewrite.values(v -> v / 2)),
                        statement("electron, is"))
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("the image must be 8 x 6, is 7 x 6"))
                .excluded(Flaw.WRONG_COLUMN, Reasons.NO_TABLE)
                .mutant(
                        Flaw.LEAKS_NAN,
                        "leaves a hole",
                        right -> (detector, images, masks) -> {
                            MaskedImage result = right.assemble(detector, images, masks);
                            return result.withScience(Rewrite.hole().apply(result.science()));
                        },
                        statement("electron, is NaN"))
                .fault(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "is a column off",
                        () -> Faults.rewrites(Rewrite.shifted()),
                        statement("pixel (1, 0), of amplifier 'A', must be"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }
}
