package dev.ullage.access;

import dev.ullage.access.aws.AwsEstate;
import dev.ullage.access.gcp.GcpEstate;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Condition;
import dev.ullage.model.Fact;
import dev.ullage.model.SettingName;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Estates of a few principals, buckets and policies, in which everything meets everything. */
public final class SmallEstates {

    public static final String GCP_BUCKET = "gs://models";
    public static final String AWS_BUCKET = "s3://models";
    public static final String ACME = "111122223333";
    public static final String LAB = "222233334444";

    /** Principals that intents and usage may name. */
    public static final List<String> PRINCIPALS = List.of(
            "user:ana@acme.example",
            "serviceAccount:train@acme.iam.gserviceaccount.com",
            "arn:aws:iam::111122223333:role/train",
            "arn:aws:iam::222233334444:role/serve");

    private static final List<String> PREFIXES = List.of("", "a/", "a/b/", "b/");

    private SmallEstates() {}

    /**
     * A pair of estates of which the second has one thing more.
     *
     * @param without facts of the first
     * @param with facts of the second
     */
    public record Pair(List<Fact> without, List<Fact> with) {}

    /** Facts of both clouds. */
    public static Arbitrary<List<Fact>> estates() {
        return Combinators.combine(
                        gcp(gcpThings().list().ofMaxSize(8)),
                        aws(awsThings().list().ofMaxSize(8)))
                .as((gcp, aws) -> {
                    var all = new ArrayList<>(gcp);
                    all.addAll(aws);
                    return all;
                });
    }

    /** Estates that differ by one Allow: a binding, an ACL entry or an Allow statement. */
    public static Arbitrary<Pair> oneAllowMore() {
        return Arbitraries.oneOf(
                pairs(gcpThings(), gcpAllows(), SmallEstates::gcpFacts),
                pairs(awsThings(), awsAllows(), SmallEstates::awsFacts));
    }

    /** Estates that differ by one Deny: a deny rule or a Deny statement. */
    public static Arbitrary<Pair> oneDenyMore() {
        return Arbitraries.oneOf(
                pairs(gcpThings(), gcpDenials(), SmallEstates::gcpFacts),
                pairs(awsThings(), awsDenials(), SmallEstates::awsFacts));
    }

    private static <E> Arbitrary<Pair> pairs(
            Arbitrary<Consumer<E>> things, Arbitrary<Consumer<E>> more, Function<List<Consumer<E>>, List<Fact>> facts) {
        return Combinators.combine(things.list().ofMaxSize(7), more).as((all, one) -> {
            var with = new ArrayList<>(all);
            with.add(one);
            return new Pair(facts.apply(all), facts.apply(with));
        });
    }

    private static Arbitrary<List<Fact>> gcp(Arbitrary<List<Consumer<GcpEstate>>> things) {
        return things.map(SmallEstates::gcpFacts);
    }

    private static Arbitrary<List<Fact>> aws(Arbitrary<List<Consumer<AwsEstate>>> things) {
        return things.map(SmallEstates::awsFacts);
    }

    private static List<Fact> gcpFacts(List<Consumer<GcpEstate>> things) {
        var estate = GcpEstate.with()
                .organization("organizations/1")
                .project("acme", "organizations/1")
                .bareBucket(GCP_BUCKET, "acme")
                .serviceAccount("serviceAccount:train@acme.iam.gserviceaccount.com", "acme")
                .user("user:ana@acme.example")
                .role("projects/acme/roles/cleaner", "storage.objects.delete");
        things.forEach(thing -> thing.accept(estate));
        return estate.facts();
    }

    private static List<Fact> awsFacts(List<Consumer<AwsEstate>> things) {
        var estate = AwsEstate.with()
                .organization("o-1")
                .accountIn(ACME, "o-1")
                .accountIn(LAB, "o-1")
                .bareBucket(AWS_BUCKET, ACME)
                // A restricted bucket shuts others out as soon as its policy is public: there an Allow takes away.
                .setting(AWS_BUCKET, SettingName.RESTRICT_PUBLIC_BUCKETS, "false")
                .setting(ACME, SettingName.RESTRICT_PUBLIC_BUCKETS, "none")
                .role("arn:aws:iam::111122223333:role/train")
                .user("arn:aws:iam::111122223333:user/ana")
                .role("arn:aws:iam::222233334444:role/serve")
                .group("arn:aws:iam::111122223333:group/ml")
                .member("arn:aws:iam::111122223333:group/ml", "arn:aws:iam::111122223333:user/ana")
                .without(Topic.IAM_POLICIES)
                .read(Topic.IAM_POLICIES, ACME)
                .read(Topic.IAM_POLICIES, LAB);
        things.forEach(thing -> thing.accept(estate));
        return estate.facts();
    }

    private static Arbitrary<Consumer<GcpEstate>> gcpThings() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, gcpAllows()), Tuple.of(2, gcpDenials()), Tuple.of(2, gcpCircumstances()));
    }

    private static Arbitrary<Consumer<GcpEstate>> gcpAllows() {
        var resource =
                Arbitraries.of("organizations/1", "projects/acme", GCP_BUCKET, "gs://models/a/", "gs://models/b/");
        var role = Arbitraries.of(
                "roles/storage.objectViewer",
                "roles/storage.objectCreator",
                "roles/storage.objectUser",
                "roles/storage.admin",
                "roles/editor",
                "projects/acme/roles/cleaner",
                "projects/acme/roles/mystery");
        var member = Arbitraries.of(
                "user:ana@acme.example",
                "user:Ana@ACME.example",
                "serviceAccount:train@acme.iam.gserviceaccount.com",
                "group:ml@acme.example",
                "domain:acme.example",
                "projectEditor:acme",
                "allUsers");
        var condition = Arbitraries.of(
                "x",
                "resource.name.startsWith('projects/_/buckets/models/objects/a/')",
                "!resource.name.endsWith('/x') || request.time > date('2027-01-01')",
                "resource.type == 'storage.googleapis.com/Bucket'",
                "resource.name.extract('objects/{x}/') == 'a' && resource.hasTagKey('1/env')",
                "request.time < date('2026-01-01')");
        var grantee = Arbitraries.of("user-ana@acme.example", "group-ml@acme.example", "allUsers");
        return Arbitraries.oneOf(
                Combinators.combine(resource, role, member).as((at, what, who) -> estate -> estate.bind(at, what, who)),
                Combinators.combine(resource, role, member, condition)
                        .as((at, what, who, when) -> estate -> estate.bindIf(when, at, what, who)),
                Combinators.combine(Arbitraries.of("a/x", "b/y", "z"), grantee, Arbitraries.of("READER", "OWNER"))
                        .as((name, who, what) -> estate -> estate.objectAcl(GCP_BUCKET, name, who, what)),
                Combinators.combine(grantee, Arbitraries.of("READER", "WRITER", "OWNER"))
                        .as((who, what) -> estate -> estate.bucketAcl(GCP_BUCKET, who, what)));
    }

    private static Arbitrary<Consumer<GcpEstate>> gcpDenials() {
        var resource = Arbitraries.of("organizations/1", "projects/acme");
        var permissions = Arbitraries.of(
                "storage.googleapis.com/objects.get",
                "storage.googleapis.com/objects.create",
                "storage.googleapis.com/objects.delete",
                "storage.googleapis.com/*.*");
        var principal = Arbitraries.of(
                "principalSet://goog/public:all",
                "principal://goog/subject/ana@acme.example",
                "principalSet://goog/group/ml@acme.example",
                "principalSet://goog/cloudIdentityCustomerId/C1");
        return Arbitraries.oneOf(
                Combinators.combine(resource, permissions, principal)
                        .as((at, what, who) -> estate -> estate.deny(at, what, who)),
                Combinators.combine(resource, permissions, principal, principal)
                        .as((at, what, who, but) -> estate -> estate.deny(at, what, who, but)),
                Combinators.combine(
                                resource,
                                permissions,
                                principal,
                                Arbitraries.of(
                                        "resource.matchTag('1/env', 'prod')",
                                        "resource.name.contains('/b/')",
                                        "request.time < timestamp('x')"))
                        .as((at, what, who, when) -> estate -> estate.denyIf(new Condition("", when), at, what, who)));
    }

    private static Arbitrary<Consumer<GcpEstate>> gcpCircumstances() {
        return Arbitraries.of(
                estate -> estate.uniform(GCP_BUCKET, true),
                estate -> estate.uniform(GCP_BUCKET, false),
                estate -> estate.prevention(GCP_BUCKET, "enforced"),
                estate -> estate.prevention(GCP_BUCKET, "inherited"),
                estate -> estate.member("group:ml@acme.example", "user:ana@acme.example"),
                estate -> estate.member("group:ml@acme.example", "group:inner@acme.example"),
                estate -> estate.member("group:inner@acme.example", "group:ml@acme.example"),
                estate -> estate.without(Topic.GROUP_MEMBERSHIPS),
                estate -> estate.without(Topic.IAM_POLICIES),
                estate -> estate.denied(Topic.DENY_POLICIES, "projects/acme"),
                estate -> estate.auditConfig("projects/acme", "DATA_READ"),
                estate -> estate.auditConfig("projects/acme", "DATA_WRITE"));
    }

    private static Arbitrary<Consumer<AwsEstate>> awsThings() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, awsAllows()), Tuple.of(2, awsDenials()), Tuple.of(2, awsCircumstances()));
    }

    private static Arbitrary<Consumer<AwsEstate>> awsAllows() {
        return Arbitraries.oneOf(
                awsStatements("Allow"),
                Combinators.combine(
                                Arbitraries.of("a/x", "b/y"),
                                Arbitraries.of("canonical:them", "http://acs.amazonaws.com/groups/global/AllUsers"),
                                Arbitraries.of("READ", "FULL_CONTROL"))
                        .as((name, who, what) ->
                                estate -> estate.objectAcl(AWS_BUCKET, name, "canonical:own", who, what)));
    }

    private static Arbitrary<Consumer<AwsEstate>> awsDenials() {
        return awsStatements("Deny");
    }

    private static Arbitrary<Consumer<AwsEstate>> awsStatements(String effect) {
        var action = Arbitraries.of("s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:*", "not s3:Delete*", "*");
        var resource = Arbitraries.of(
                "arn:aws:s3:::models",
                "arn:aws:s3:::models/*",
                "arn:aws:s3:::models/a/*",
                "arn:aws:s3:::models/*/y",
                "arn:aws:s3:::models/${aws:username}/*",
                "not arn:aws:s3:::models/b/*",
                "*");
        var condition = Arbitraries.of(
                "", "", "", " if StringEquals aws:SourceVpc vpc-1", " if Bool aws:SecureTransport false");
        var principal = Arbitraries.of(
                "to *",
                "to 111122223333",
                "to 222233334444",
                "to 999988887777",
                "to arn:aws:iam::111122223333:role/train",
                "to arn:aws:iam::222233334444:role/serve",
                "to arn:aws:sts::111122223333:assumed-role/train/night",
                "to Service/logging.s3.amazonaws.com",
                "notTo arn:aws:iam::111122223333:role/train");
        var holder = Arbitraries.of(
                "arn:aws:iam::111122223333:role/train",
                "arn:aws:iam::111122223333:group/ml",
                "arn:aws:iam::222233334444:role/serve");
        return Arbitraries.oneOf(
                Combinators.combine(holder, action, resource, condition)
                        .as((who, what, where, when) -> estate -> attach(
                                estate,
                                who,
                                AttachmentKind.IDENTITY,
                                "%s %s on %s%s".formatted(effect, what, where, when))),
                Combinators.combine(principal, action, resource, condition)
                        .as((who, what, where, when) -> estate -> attach(
                                estate,
                                AWS_BUCKET,
                                AttachmentKind.RESOURCE,
                                "%s %s %s on %s%s".formatted(effect, who, what, where, when))),
                Combinators.combine(principal, Arbitraries.of("sts:AssumeRole", "sts:*"))
                        .as((who, what) -> estate -> attach(
                                estate,
                                "arn:aws:iam::111122223333:role/train",
                                AttachmentKind.TRUST,
                                "%s %s %s".formatted(effect, who, what))));
    }

    /** Each statement is a document of its own, so that one more never changes another. */
    private static void attach(AwsEstate estate, String target, AttachmentKind kind, String statement) {
        var id = "policy-" + estate.facts().size();
        estate.policy(id, statement).attach(target, id, kind);
    }

    private static Arbitrary<Consumer<AwsEstate>> awsCircumstances() {
        return Arbitraries.of(
                estate -> estate.ownership(AWS_BUCKET, "BucketOwnerEnforced"),
                estate -> estate.ownership(AWS_BUCKET, "ObjectWriter"),
                estate -> estate.setting(AWS_BUCKET, SettingName.IGNORE_PUBLIC_ACLS, "true"),
                estate -> estate.setting(AWS_BUCKET, SettingName.IGNORE_PUBLIC_ACLS, "false"),
                estate -> estate.boundary("arn:aws:iam::111122223333:role/train", "Allow s3:Get*,s3:List* on *"),
                estate -> estate.scp("o-1", "p-scp", "Allow * on *", "Deny s3:* on arn:aws:s3:::models/b/*"),
                estate -> estate.rcp(ACME, "p-rcp", "Allow * on *", "Deny s3:PutObject on *"),
                estate -> estate.without(Topic.BUCKET_POLICIES),
                estate -> estate.attach("arn:aws:iam::111122223333:role/train", "elsewhere", AttachmentKind.IDENTITY));
    }

    /** What was used, in either cloud. */
    public static Arbitrary<List<Fact>> usage() {
        var gcp = Combinators.combine(
                        Arbitraries.of(PRINCIPALS.subList(0, 2)),
                        Arbitraries.of("storage.objects.get", "storage.objects.delete", "storage.objects.list"),
                        Arbitraries.of(PREFIXES))
                .as((who, what, prefix) -> GcpEstate.with()
                        .used(who, what, GCP_BUCKET, prefix, "2026-11-01T00:00:00Z")
                        .facts()
                        .get(0));
        var aws = Combinators.combine(
                        Arbitraries.of(PRINCIPALS.subList(2, 4)),
                        Arbitraries.of("s3:GetObject", "s3:PutObject", "s3:ListBucket"),
                        Arbitraries.of(PREFIXES))
                .as((who, what, prefix) -> AwsEstate.with()
                        .used(who, what, AWS_BUCKET, prefix, "2026-11-01T00:00:00Z")
                        .facts()
                        .get(0));
        return Arbitraries.oneOf(gcp, aws).list().ofMaxSize(4);
    }
}
