package org.dovetail.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.AlgorithmDetails;
import org.dovetail.assembly.catalogue.BundleDescription;
import org.dovetail.assembly.catalogue.Cardinality;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.task.SettingDescription;
import org.dovetail.task.SettingType;
import org.osgi.framework.Version;

/** A small world of algorithms, described by hand. */
public final class Descriptions {

    public static final RoleDescription TASK = role("pipeline-task", "api 1");
    public static final RoleDescription BACKGROUND = role("background", "api 1");
    public static final RoleDescription DETECTION = role("detection", "api 1");
    public static final RoleDescription SMOOTHING = role("smoothing", "api 1");
    public static final RoleDescription MEASUREMENT = role("measurement", "api 1");

    private static long bundles = 10;

    private Descriptions() {}

    /** Returns the catalogue that most tests use. */
    public static Catalogue catalogue() {
        return new Catalogue(
                List.of(BACKGROUND, DETECTION, MEASUREMENT, TASK, SMOOTHING),
                algorithms(),
                List.of());
    }

    public static Catalogue catalogue(List<AlgorithmDescription> algorithms) {
        return new Catalogue(
                List.of(BACKGROUND, DETECTION, MEASUREMENT, TASK, SMOOTHING),
                algorithms,
                List.of());
    }

    public static List<AlgorithmDescription> algorithms() {
        List<AlgorithmDescription> all = new ArrayList<>();
        all.add(algorithm(
                "process-ccd",
                "1.0.0",
                TASK,
                List.of(
                        setting("doWriteBackground", SettingType.BOOLEAN, false),
                        setting("title", SettingType.STRING, "none")),
                slot("background", BACKGROUND, Cardinality.ONE, "mesh"),
                slot("detection", DETECTION, Cardinality.ONE, "threshold"),
                slot("measurements", MEASUREMENT, Cardinality.LIST, "peak", "aperture"),
                slot("sharpening", SMOOTHING, Cardinality.OPTIONAL)));
        all.add(algorithm("make-bias", "1.0.0", TASK, List.of(whole("frames", 5))));
        all.add(algorithm("mesh", "1.0.0", BACKGROUND, List.of(whole("boxSize", 64), clip())));
        all.add(algorithm(
                "mesh",
                "2.1.0",
                BACKGROUND,
                List.of(
                        whole("boxSize", 128),
                        clip(),
                        setting("robust", SettingType.BOOLEAN, true))));
        all.add(algorithm("polynomial", "1.0.0", BACKGROUND, List.of(whole("order", 2), clip())));
        all.add(algorithm(
                "threshold",
                "1.0.0",
                DETECTION,
                List.of(setting("nSigma", SettingType.DOUBLE, 5.0)),
                slot("smoothing", SMOOTHING, Cardinality.ONE, "gaussian")));
        all.add(algorithm(
                "gaussian", "1.0.0", SMOOTHING, List.of(setting("fwhm", SettingType.DOUBLE, 2.0))));
        all.add(algorithm("tophat", "1.0.0", SMOOTHING, List.of(whole("radius", 1))));
        all.add(algorithm("peak", "1.0.0", MEASUREMENT, List.of()));
        all.add(algorithm(
                "aperture",
                "1.0.0",
                MEASUREMENT,
                List.of(setting("radii", SettingType.DOUBLES, new double[] {3, 5}))));
        return all;
    }

    public static RoleDescription role(String name, String space) {
        return new RoleDescription(name, "Doc of " + name, "org.example." + name, false, space);
    }

    public static AlgorithmDescription algorithm(
            String name,
            String version,
            RoleDescription role,
            List<SettingDescription> settings,
            SlotDescription... slots) {
        BundleDescription bundle = new BundleDescription(
                "org.example." + name, new Version(version), bundles++, 0, () -> "digest");
        AlgorithmDetails details =
                new AlgorithmDetails(settings, List.of(slots), List.of(), List.of(), List.of());
        return new AlgorithmDescription(
                name, role, "Doc of " + name, "org.example.C" + name, bundle, () -> details);
    }

    /** Returns the same algorithm from a bundle of other content. */
    public static AlgorithmDescription withDigest(AlgorithmDescription algorithm, String digest) {
        BundleDescription bundle = new BundleDescription(
                algorithm.bundle().symbolicName(), algorithm.version(), bundles++, 0, () -> digest);
        return new AlgorithmDescription(
                algorithm.name(),
                algorithm.role(),
                algorithm.doc(),
                algorithm.className(),
                bundle,
                algorithm::details);
    }

    public static SlotDescription slot(
            String name, RoleDescription role, Cardinality cardinality, String... defaults) {
        return new SlotDescription(name, role, cardinality, List.of(defaults));
    }

    public static SettingDescription setting(String name, SettingType type, Object value) {
        return new SettingDescription(
                name,
                type,
                Optional.of(value),
                "Doc of " + name,
                "",
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                List.of());
    }

    public static SettingDescription whole(String name, int value) {
        return new SettingDescription(
                name, SettingType.INT, Optional.of(value), "Doc", "pixel", 1, 1024, List.of());
    }

    private static SettingDescription clip() {
        return new SettingDescription(
                "clipSigma",
                SettingType.DOUBLE,
                Optional.of(3.0),
                "Clipping threshold",
                "standard deviation",
                0,
                10,
                List.of());
    }
}
