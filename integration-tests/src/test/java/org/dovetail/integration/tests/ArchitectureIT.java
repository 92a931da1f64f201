package org.dovetail.integration.tests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that only the byte code tells. */
class ArchitectureIT {

    private static final JavaClasses API =
            load(Distribution.ownBundles(), "org.dovetail.task.jar", "org.dovetail.image.jar");
    private static final JavaClasses PLUGINS = load(Distribution.plugins());
    private static final JavaClasses BUNDLES = load(Distribution.ownBundles());
    private static final JavaClasses LAUNCHER = load(List.of(Distribution.launcher()));

    /** Calls that make a result depend on something else than the arguments. */
    private static final Set<String> IMPURE = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.exit",
            "java.lang.Math.random",
            "java.lang.Thread.start",
            "java.lang.Thread.sleep",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.util.Collection.parallelStream",
            "java.util.UUID.randomUUID");

    private static final Set<String> WORDS = Set.of(
            "java.lang.String",
            "java.io.PrintStream",
            "java.io.PrintWriter",
            "java.util.Formatter");

    /** What these have with a language, and without. */
    private static final Set<String> WORDING =
            Set.of("format", "formatted", "printf", "toLowerCase", "toUpperCase");

    @Test
    void taskApiDependsOnNothing() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat(resideOutsideOfPackages(
                                "java..",
                                "org.dovetail.task..",
                                "org.dovetail.pipeline..",
                                "org.dovetail.data..",
                                "org.dovetail.image..",
                                "org.dovetail.catalog..",
                                "org.dovetail.role..",
                                "org.osgi.annotation..",
                                "org.osgi.service.component.annotations",
                                "org.jspecify..")),
                API);
    }

    @Test
    void algorithmsDoNoInputOutputAndStartNoThreads() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                "java.io",
                                "java.nio.file..",
                                "java.net..",
                                "java.sql..",
                                "java.util.concurrent",
                                "java.lang.reflect",
                                "org.osgi.framework..")),
                PLUGINS);
    }

    @Test
    void algorithmsAreFunctionsOfTheirArguments() {
        check(
                noClasses()
                        .should()
                        .callMethodWhere(describe(
                                "time, chance, the environment or a thread",
                                (JavaMethodCall call) -> IMPURE.contains(
                                        call.getTargetOwner().getName() + "." + call.getName()))),
                PLUGINS);
    }

    /** Else a header card or a report would have the digits, or the comma, of the user's language. */
    @Test
    void numbersAndWordsAreTheSameInEveryLanguage() {
        ArchRule rule = noClasses()
                .should()
                .accessTargetWhere(describe(
                        "the language of whoever runs it", ArchitectureIT::dependsOnTheLanguage));
        Stream.of(API, PLUGINS, BUNDLES, LAUNCHER).forEach(each -> check(rule, each));
    }

    private static boolean dependsOnTheLanguage(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && WORDING.contains(target.getName())
                && WORDS.contains(target.getOwner().getName())
                && target.getRawParameterTypes().stream()
                        .noneMatch(t -> t.isEquivalentTo(Locale.class));
    }

    @Test
    void algorithmsHaveNoState() {
        check(fields().that().areStatic().should().beFinal(), PLUGINS);
        check(
                fields().that()
                        .areDeclaredInClassesThat()
                        .implement(
                                resideInAnyPackage("org.dovetail.role..", "org.dovetail.pipeline"))
                        .should()
                        .beFinal(),
                PLUGINS);
    }

    @Test
    void onlyTheLauncherWritesToTheConsole() {
        ArchRule rule = noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
        check(rule, PLUGINS);
        check(rule, BUNDLES);
    }

    @Test
    void launcherKnowsTheFrameworkAndNoBundle() {
        check(
                classes()
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "org.dovetail.launcher..",
                                "org.osgi.framework..",
                                "org.apache.felix.framework",
                                "org.slf4j..",
                                "org.jspecify..")),
                LAUNCHER);
    }

    @Test
    void packagesAreNamedForWhatIsInThem() {
        ArchRule rule = noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..helper..", "..misc..");
        Stream.of(API, PLUGINS, BUNDLES, LAUNCHER).forEach(each -> check(rule, each));
    }

    @Test
    void namesOfClassesSayMoreThanTheirKind() {
        ArchRule rule = noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)");
        Stream.of(API, PLUGINS, BUNDLES, LAUNCHER).forEach(each -> check(rule, each));
    }

    private static void check(ArchRule rule, JavaClasses classes) {
        rule.allowEmptyShould(true).check(classes);
    }

    /** Imports this project's classes only: a bundle may have a library inlined. */
    private static JavaClasses load(List<Path> jars, String... names) {
        List<String> wanted = List.of(names);
        ImportOption own = location -> location.contains("org/dovetail");
        return new ClassFileImporter()
                .withImportOption(own)
                .importJars(jars.stream()
                        .filter(jar -> wanted.isEmpty()
                                || wanted.contains(jar.getFileName().toString()))
                        .map(ArchitectureIT::open)
                        .toList());
    }

    private static JarFile open(Path jar) {
        try {
            return new JarFile(jar.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
