package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Reach;
import dev.ullage.access.Ruling;
import dev.ullage.access.aws.AwsAccess;
import dev.ullage.collectors.exports.aws.PolicyDocumentReader;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Fact;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Snapshot;
import dev.ullage.simulation.ContainmentLaw;
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

/** What may be read under one policy, compared with what may be read under another one. */
class AwsContainmentTest {

    private static final String ACME = "111122223333";
    private static final String TRAIN = "arn:aws:iam::111122223333:role/train";

    @Provide
    Arbitrary<ObjectNode> statements() {
        var names = Arbitraries.strings().withChars("aab/**?").ofMaxLength(4);
        var resources = Arbitraries.oneOf(
                        names.map("arn:aws:s3:::data/%s"::formatted),
                        Arbitraries.of("*", "arn:aws:s3:::d*a", "arn:aws:s3:::*/a*", "arn:aws:s3:::dat?/?"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.of("Allow", "Allow", "Deny"), Arbitraries.of("Resource", "NotResource"), resources)
                .as((effect, element, patterns) -> {
                    ObjectNode statement = JsonNodeFactory.instance.objectNode();
                    statement.put("Effect", effect).put("Action", "s3:GetObject");
                    patterns.forEach(statement.putArray(element)::add);
                    return statement;
                });
    }

    @Provide
    Arbitrary<ObjectNode> policies() {
        return statements().list().ofMinSize(1).ofMaxSize(3).map(statements -> {
            ObjectNode policy = JsonNodeFactory.instance.objectNode();
            policy.put("Version", "2012-10-17");
            statements.forEach(policy.putArray("Statement")::add);
            return policy;
        });
    }

    private static Reach engine(ObjectNode policy) {
        Stream<Fact> facts = Stream.of(
                new Container(Provider.AWS, ACME, ContainerKind.ACCOUNT, ACME, null, List.of(), ContainmentLaw.SOURCE),
                new Bucket(
                        Provider.AWS, "s3://data", ACME, "eu-central-1", null, new TreeMap<>(), ContainmentLaw.SOURCE),
                new Setting(
                        Provider.AWS,
                        "s3://data",
                        SettingName.OBJECT_OWNERSHIP,
                        "BucketOwnerEnforced",
                        ContainmentLaw.SOURCE),
                new Principal(
                        Provider.AWS,
                        TRAIN,
                        PrincipalKind.ROLE,
                        ACME,
                        TRAIN,
                        Answer.YES,
                        null,
                        null,
                        null,
                        new TreeMap<>(),
                        ContainmentLaw.SOURCE),
                new PolicyDocumentReader().read("own", "own", policy, ContainmentLaw.SOURCE),
                new PolicyAttachment(TRAIN, "own", AttachmentKind.IDENTITY, ContainmentLaw.SOURCE));
        var snapshot =
                Snapshot.of(Stream.concat(facts, ContainmentLaw.coverage()).toList());
        return ContainmentLaw.reading(new AwsAccess(new FactIndex(snapshot)).entitlements(), TRAIN);
    }

    private static boolean reference(ObjectNode policy, String name) {
        ObjectNode oneCase = JsonNodeFactory.instance
                .objectNode()
                .put("principal", TRAIN)
                .put("action", "s3:GetObject")
                .put("resource", "arn:aws:s3:::data/" + name)
                .put("resourceAccount", ACME);
        oneCase.putObject("context");
        oneCase.putArray("identityPolicies").add(policy);
        oneCase.putArray("scps");
        oneCase.putArray("rcps");
        List.of("resourcePolicy", "boundary", "sessionPolicy").forEach(oneCase::putNull);
        return AwsReference.rule(oneCase) == Ruling.ALLOWED;
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void what_lies_outside_and_that_nothing_does_is_as_the_reference_says(
            @ForAll("policies") ObjectNode granted, @ForAll("policies") ObjectNode declared) {
        new ContainmentLaw(name -> reference(granted, name), name -> reference(declared, name))
                .check(engine(granted), engine(declared));
    }
}
