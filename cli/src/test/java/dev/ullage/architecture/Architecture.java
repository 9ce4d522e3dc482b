package dev.ullage.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The walls of the program, below a root package: {@code dev.ullage}, or a copy of it in which every rule is broken.
 */
final class Architecture {

    /**
     * One wall.
     *
     * @param breach the class, below the root, that is planted to break the rule
     */
    record Wall(ArchRule rule, String breach) {
        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    /** The packages of engine/core. A new one is added here, which is the moment to think about what it may know. */
    private static final List<String> CORE =
            List.of("access", "analysis", "audit", "cel", "estate", "ledger", "rule", "snapshot", "yaml");

    private final String root;

    Architecture(String root) {
        this.root = root;
    }

    List<Wall> walls() {
        return List.of(
                new Wall(dataFlowsOneWay(), "collectors.exports.JudgesWhatItReads"),
                new Wall(packagesFormNoCycles(), "estate.KnowsItsRules"),
                new Wall(theModelKnowsOnlyTheJdk(), "model.KnowsJson"),
                new Wall(theModelIsImmutable(), "model.Changes"),
                new Wall(theModelIsMadeOfValues(), "model.Changes"),
                new Wall(noRecordHoldsASecret(), "model.HoldsASecret"),
                new Wall(onlyOnePackageKnows("cel", "dev.cel.."), "rule.KnowsCel"),
                new Wall(onlyOnePackageKnows("access", "org.apache.lucene.."), "rule.KnowsAutomata"),
                new Wall(onlyOnePackageKnows("yaml", "org.snakeyaml..", "org.yaml.."), "rule.KnowsYaml"),
                new Wall(onlyOnePackageKnows("cli", "picocli.."), "rule.KnowsTheCommandLine"),
                new Wall(onlyTheBordersKnowJson(), "model.KnowsJson"),
                new Wall(nobodyCallsACloud(), "collectors.exports.CallsACloud"),
                new Wall(onlyTheCliReadsTheClock(), "ledger.ReadsTheClock"),
                new Wall(onlyTheCliKnowsWhereItRuns(), "ledger.KnowsWhereItRuns"),
                new Wall(onlyTheCliPrintsOrExits(), "ledger.PrintsAndExits"),
                new Wall(nobodyRollsDice(), "ledger.RollsDice"),
                new Wall(everyPackageSaysWhatMayBeNull(), "unmarked.MayBeNull"));
    }

    private ArchRule dataFlowsOneWay() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy(below("model"))
                .layer("core")
                .definedBy(CORE.stream().map(this::below).toArray(String[]::new))
                .layer("collectors")
                .definedBy(below("collectors"))
                .layer("reports")
                .definedBy(below("reports"))
                .layer("simulation")
                .definedBy(below("simulation"))
                .layer("cli")
                .definedBy(below("cli"))
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("core")
                .mayOnlyAccessLayers("model")
                .whereLayer("collectors")
                .mayOnlyAccessLayers("model")
                .whereLayer("reports")
                .mayOnlyAccessLayers("core", "model")
                .whereLayer("simulation")
                .mayOnlyAccessLayers("core", "collectors", "model")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitecture()
                .as("data flows one way")
                .because("a collector that judges, or an engine that prints, cannot be run again on what was kept")
                .allowEmptyShould(true);
    }

    private ArchRule packagesFormNoCycles() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .as("packages form no cycles")
                .because("two packages that need each other are one package with two names");
    }

    private ArchRule theModelKnowsOnlyTheJdk() {
        return classes()
                .that()
                .resideInAPackage(below("model"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations..", below("model"))
                .as("the model knows only the JDK")
                .because("collectors and probes take the nouns without the engine and what it drags along");
    }

    private ArchRule theModelIsImmutable() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(below("model"))
                .should()
                .beFinal()
                .as("the model is immutable")
                .because("a fact that can change after it was read is no evidence");
    }

    private ArchRule theModelIsMadeOfValues() {
        return classes()
                .that()
                .resideInAPackage(below("model"))
                // A conscious exception: a snapshot holds its facts by kind, which is no component of a record.
                .and()
                .doNotHaveSimpleName("Snapshot")
                .should(be(describe(
                        "records, enums or interfaces",
                        (JavaClass type) -> type.isRecord()
                                || type.isInterface()
                                || type.isAssignableTo(Enum.class)
                                || type.isAnonymousClass())))
                .as("the model is made of records, enums and interfaces")
                .because("a noun with behaviour of its own belongs to the engine");
    }

    private ArchRule noRecordHoldsASecret() {
        return noFields()
                .that(describe(
                        "can hold text in a record",
                        (JavaField field) -> field.getOwner().isRecord()
                                && !field.getRawType().isPrimitive()))
                .should(be(describe(
                        "named like a secret",
                        (JavaField field) -> Stream.of("secret", "password", "token", "privatekey")
                                .anyMatch(field.getName().toLowerCase(Locale.ROOT)::contains))))
                .as("no record holds a secret")
                .because("a record's own toString prints it, into a log or a report");
    }

    private ArchRule onlyOnePackageKnows(String knowing, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(below(knowing))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .as("only " + knowing + " knows " + String.join(" and ", libraries))
                .because("a library that is behind one wall can be bounded, tested and replaced there");
    }

    private ArchRule onlyTheBordersKnowJson() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(below("collectors"), below("reports"), below("snapshot"), below("simulation"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .as("only collectors, reports, snapshots and simulation cases know JSON")
                .because("inside, a fact is a record whose parts have names and types");
    }

    private ArchRule nobodyCallsACloud() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.google.cloud..",
                        "com.google.auth..",
                        "com.google.api..",
                        "software.amazon..",
                        "com.amazonaws..",
                        "com.azure..",
                        "io.grpc..")
                .as("nobody calls a cloud")
                .because("an audit of exports needs no credentials, and cannot change what it audits");
    }

    private ArchRule onlyTheCliReadsTheClock() {
        return onlyTheCliMay(
                "reads the clock",
                access -> access.getTargetOwner().getPackageName().equals("java.time")
                                && (access.getName().equals("now")
                                        || access.getName().startsWith("system")
                                        || access.getName().startsWith("tick"))
                        || targets(access, System.class, "currentTimeMillis", "nanoTime")
                        || access.getTargetOwner().isEquivalentTo(Date.class)
                                && access.getName().equals("<init>"),
                "the same files have to give the same bytes tomorrow; take an Instant");
    }

    private ArchRule onlyTheCliKnowsWhereItRuns() {
        return onlyTheCliMay(
                "knows where it runs",
                access -> targets(access, System.class, "getenv", "getProperty", "getProperties", "lineSeparator")
                        || targets(access, ZoneId.class, "systemDefault")
                        || targets(access, TimeZone.class, "getDefault")
                        || targets(access, Locale.class, "getDefault")
                        || targets(access, Charset.class, "defaultCharset"),
                "the same files have to give the same bytes on every machine");
    }

    private ArchRule onlyTheCliPrintsOrExits() {
        return onlyTheCliMay(
                "prints or exits",
                access -> targets(access, System.class, "out", "err", "in", "exit", "setOut", "setErr")
                        || targets(access, Runtime.class, "exit", "halt")
                        || access.getName().equals("printStackTrace"),
                "the exit code and what a person reads are decided in one place");
    }

    private ArchRule nobodyRollsDice() {
        return noClasses()
                .should()
                .accessTargetWhere(describe(
                        "gives a random value",
                        (JavaAccess<?> access) -> targets(access, Math.class, "random")
                                || targets(access, UUID.class, "randomUUID")
                                || access.getTargetOwner().isAssignableTo(RandomGenerator.class)))
                .as("nobody rolls dice")
                .because("the same files have to give the same bytes");
    }

    private ArchRule everyPackageSaysWhatMayBeNull() {
        return classes()
                .should(be(describe(
                        "in a package that is @NullMarked",
                        (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))))
                .as("every package says what may be null")
                .because("the compiler checks null only where a package-info.java is @NullMarked");
    }

    private ArchRule onlyTheCliMay(String does, Predicate<JavaAccess<?>> what, String because) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(below("cli"))
                .should()
                .accessTargetWhere(describe(does, what))
                .as("nobody " + does + " but the cli")
                .because(because);
    }

    private static boolean targets(JavaAccess<?> access, Class<?> owner, String... names) {
        return access.getTargetOwner().isEquivalentTo(owner) && Set.of(names).contains(access.getName());
    }

    private String below(String name) {
        return root + "." + name + "..";
    }
}
