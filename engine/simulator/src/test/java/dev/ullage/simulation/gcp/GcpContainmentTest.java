package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Reach;
import dev.ullage.access.Ruling;
import dev.ullage.access.gcp.GcpAccess;
import dev.ullage.model.Answer;
import dev.ullage.model.Bucket;
import dev.ullage.model.Condition;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Fact;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.RoleBinding;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Snapshot;
import dev.ullage.simulation.ContainmentLaw;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What may be read under one condition, compared with what may be read under another one. */
class GcpContainmentTest {

    private static final String TRAIN = "serviceAccount:train@ml.iam.gserviceaccount.com";
    private static final String ROLE = "roles/storage.objectViewer";
    private static final String NOW = "2026-01-05T08:30:00Z";

    @Provide
    Arbitrary<String> tests() {
        var name = Arbitraries.of(
                "resource.name",
                "resource.name.extract('/objects/{rest}')",
                "resource.name.extract('/objects/{first}/')",
                "resource.name.extract('/objects/a{rest}')",
                "resource.name.extract('a/{part}b')");
        var text = Arbitraries.of("", "a", "b", "/", "ab", "a/", "ba", "projects/_/buckets/data/objects/a");
        var method = Arbitraries.of("startsWith", "endsWith", "contains");
        var expression = Arbitraries.of(
                "^[ab]+$",
                "objects/(a|b/)+$",
                "/a?b",
                "[^/]{3}$",
                "(?i)A/B",
                "\\\\bab\\\\b",
                "(a|aa)*b$",
                "^$",
                "a.*a");
        return Arbitraries.oneOf(
                Combinators.combine(name, method, text).as("%s.%s('%s')"::formatted),
                Combinators.combine(name, text).as("%s == '%s'"::formatted),
                Combinators.combine(name, text, text).as("%s in ['%s', '%s']"::formatted),
                Combinators.combine(name, expression).as("%s.matches('%s')"::formatted));
    }

    /** Without {@code ? :}, which the reference does not read. */
    @Provide
    Arbitrary<String> conditions() {
        return Arbitraries.oneOf(
                tests(),
                tests().map("!(%s)"::formatted),
                Combinators.combine(tests(), Arbitraries.of("&&", "||", "=="), tests())
                        .as("(%s) %s (%s)"::formatted));
    }

    private static Reach engine(String condition) {
        Stream<Fact> facts = Stream.of(
                new Container(
                        Provider.GCP,
                        "projects/ml",
                        ContainerKind.PROJECT,
                        "ml",
                        null,
                        List.of(),
                        ContainmentLaw.SOURCE),
                new Bucket(
                        Provider.GCP, "gs://data", "projects/ml", "EU", null, new TreeMap<>(), ContainmentLaw.SOURCE),
                setting(SettingName.UNIFORM_BUCKET_LEVEL_ACCESS, "true"),
                setting(SettingName.PUBLIC_ACCESS_PREVENTION, "enforced"),
                new Principal(
                        Provider.GCP,
                        TRAIN,
                        PrincipalKind.SERVICE_ACCOUNT,
                        "projects/ml",
                        TRAIN,
                        Answer.YES,
                        null,
                        null,
                        null,
                        new TreeMap<>(),
                        ContainmentLaw.SOURCE),
                new RoleBinding(
                        "gs://data", ROLE, TRAIN, new Condition("when", condition), null, ContainmentLaw.SOURCE));
        var snapshot =
                Snapshot.of(Stream.concat(facts, ContainmentLaw.coverage()).toList());
        var entitlements = new GcpAccess(new FactIndex(snapshot), Instant.parse(NOW)).entitlements();
        return ContainmentLaw.reading(entitlements, TRAIN);
    }

    private static Setting setting(SettingName name, String value) {
        return new Setting(Provider.GCP, "gs://data", name, value, ContainmentLaw.SOURCE);
    }

    private static boolean reference(String condition, String name) {
        ObjectNode oneCase = JsonNodeFactory.instance
                .objectNode()
                .put("cloud", "gcp")
                .put("principal", TRAIN)
                .put("permission", "storage.objects.get")
                .put("resource", "//storage.googleapis.com/projects/_/buckets/data/objects/" + name)
                .put("time", NOW);
        oneCase.putArray("hierarchy").addObject().put("name", "projects/ml");
        var bucket = oneCase.putObject("bucket").put("ublaEnabled", true).put("publicAccessPrevention", "enforced");
        var binding =
                bucket.putObject("iamPolicy").putArray("bindings").addObject().put("role", ROLE);
        binding.putArray("members").add(TRAIN);
        binding.putObject("condition").put("title", "when").put("expression", condition);
        oneCase.putObject("roles").putArray(ROLE).add("storage.objects.get").add("storage.objects.list");
        return GcpReference.rule(oneCase) == Ruling.ALLOWED;
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void what_lies_outside_and_that_nothing_does_is_as_the_reference_says(
            @ForAll("conditions") String granted, @ForAll("conditions") String declared) {
        new ContainmentLaw(name -> reference(granted, name), name -> reference(declared, name))
                .check(engine(granted), engine(declared));
    }
}
