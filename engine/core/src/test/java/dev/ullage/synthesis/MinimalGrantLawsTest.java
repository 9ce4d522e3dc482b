package dev.ullage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Containment;
import dev.ullage.access.Containment.Verdict;
import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.aws.AwsAccess;
import dev.ullage.access.aws.AwsEstate;
import dev.ullage.access.gcp.GcpAccess;
import dev.ullage.access.gcp.GcpEstate;
import dev.ullage.estate.Intent;
import dev.ullage.estate.IntentKind;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import dev.ullage.model.RoleBinding;
import dev.ullage.model.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is made for an intent, fed back through the engine, grants what the intent declares and nothing else. */
class MinimalGrantLawsTest {

    private static final String ACME = "111122223333";
    private static final String ROLE = "arn:aws:iam::111122223333:role/train";
    private static final String ACCOUNT = "serviceAccount:train@ml.iam.gserviceaccount.com";

    /** A place of a bucket; {@code /} at its end makes it a prefix. */
    private record Declared(String bucket, String place) {

        String on(Provider provider) {
            return (provider == Provider.GCP ? "gs://" : "s3://") + bucket + place;
        }

        NameSet names() {
            var name = place.isEmpty() ? "" : place.substring(1);
            return name.isEmpty() || name.endsWith("/") ? NameSet.prefix(name) : NameSet.of(name);
        }
    }

    private record Work(IntentKind kind, List<Declared> reads, List<Declared> writes) {

        Intent on(Provider provider) {
            return new Intent(
                    "train",
                    List.of(provider == Provider.GCP ? ACCOUNT : ROLE),
                    kind,
                    reads.stream().map(place -> place.on(provider)).toList(),
                    writes.stream().map(place -> place.on(provider)).toList(),
                    "prod",
                    "ml@acme.example",
                    LocalDate.of(2027, 1, 1),
                    false,
                    new Source("train.yaml", 1, ""));
        }
    }

    @Provide
    Arbitrary<Work> works() {
        var places = Combinators.combine(
                        Arbitraries.of("data", "models"),
                        Arbitraries.of("", "/", "/a/", "/a/b/", "/a/b/c", "/a", "/a*?/", "/b\"\\/", "/ü/x y", "/$/"))
                .as(Declared::new)
                .list()
                .ofMaxSize(4);
        return Combinators.combine(Arbitraries.of(IntentKind.class), places, places)
                .as(Work::new);
    }

    private static Map<String, NameSet> declared(Work work, Provider provider) {
        var declared = new TreeMap<String, NameSet>();
        work.reads().forEach(place -> declare(place, work.kind().whereItReads(), provider, declared));
        work.writes().forEach(place -> declare(place, work.kind().whereItWrites(provider), provider, declared));
        return declared;
    }

    private static void declare(
            Declared place, Set<PermissionClass> classes, Provider provider, Map<String, NameSet> declared) {
        for (var one : classes) {
            var bucket = new Declared(place.bucket(), "").on(provider);
            var names = one == PermissionClass.LIST ? NameSet.itself() : place.names();
            declared.merge(bucket + " " + one, names, NameSet::or);
        }
    }

    /** A custom role for each grant, bound to the bucket on the condition that belongs to it. */
    private static List<Entitlement> onGoogleCloud(MinimalGrant minimal) {
        var estate = GcpEstate.with()
                .project("ml")
                .serviceAccount(ACCOUNT, "ml")
                .bucket("gs://data", "ml")
                .bucket("gs://models", "ml");
        int number = 0;
        for (var grant : minimal.grants()) {
            var role = "projects/ml/roles/train" + number++;
            estate.role(role, grant.permissions().toArray(String[]::new));
            estate.fact(new RoleBinding(
                    grant.bucket(),
                    role,
                    ACCOUNT,
                    GrantedFacts.condition(grant).orElse(null),
                    null,
                    new Source("synth", number, "")));
        }
        return new GcpAccess(new FactIndex(estate.snapshot()), Instant.EPOCH).entitlements();
    }

    private static List<Entitlement> onAws(MinimalGrant minimal) {
        var estate = AwsEstate.with()
                .account(ACME)
                .bucket("s3://data", ACME)
                .bucket("s3://models", ACME)
                .role(ROLE);
        GrantedFacts.policy(minimal)
                .ifPresent(policy -> estate.fact(policy).attach(ROLE, policy.id(), AttachmentKind.IDENTITY));
        return new AwsAccess(new FactIndex(estate.snapshot())).entitlements();
    }

    private static Map<String, Reach> granted(Work work, Provider provider) {
        var minimal = MinimalGrant.of(work.on(provider));
        var granted = new TreeMap<String, Reach>();
        for (var one : provider == Provider.GCP ? onGoogleCloud(minimal) : onAws(minimal)) {
            if (List.of(ACCOUNT, ROLE).contains(one.principal())) {
                granted.merge(one.resource() + " " + one.permissionClass(), one.reach(), Reach::or);
            }
        }
        return granted;
    }

    @Property(tries = 150)
    void nothing_is_granted_beyond_what_was_declared(@ForAll("works") Work work, @ForAll Provider provider) {
        var declared = declared(work, provider);
        var granted = granted(work, provider);
        if (provider == Provider.AWS && work.kind() == IntentKind.SERVE) {
            // S3 has one permission for creating and replacing, and the grant says so.
            granted.keySet().removeIf(key -> key.endsWith("OVERWRITE"));
        }

        granted.forEach((key, reach) -> assertThat(
                        Containment.of(reach, declared.getOrDefault(key, NameSet.none()), List.of()))
                .as(key)
                .extracting(Containment::verdict)
                .isEqualTo(Verdict.INSIDE));
        assertThat(granted.keySet()).isEqualTo(declared.keySet());
    }

    @Property(tries = 150)
    void all_that_was_declared_is_granted_for_sure(@ForAll("works") Work work, @ForAll Provider provider) {
        var granted = granted(work, provider);

        declared(work, provider)
                .forEach((key, names) -> assertThat(
                                granted.getOrDefault(key, Reach.none()).sure().containsAll(names))
                        .as(key)
                        .isTrue());
    }
}
