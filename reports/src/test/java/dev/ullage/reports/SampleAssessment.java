package dev.ullage.reports;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.ControlOutcome;
import dev.ullage.analysis.Evidence;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Finding;
import dev.ullage.analysis.LedgerRow;
import dev.ullage.analysis.LedgerVerdict;
import dev.ullage.analysis.RuleOutcome;
import dev.ullage.analysis.Step;
import dev.ullage.analysis.UllageFigure;
import dev.ullage.analysis.Verdict;
import dev.ullage.estate.Waiver;
import dev.ullage.model.Answer;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.InputFile;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Place;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import dev.ullage.rule.Control;
import dev.ullage.rule.Rule;
import dev.ullage.rule.Severity;
import dev.ullage.rule.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small ML company on two clouds: about 25 identities, 14 buckets, every verdict, waivers, gaps and one hostile name. */
final class SampleAssessment {

    static final Instant AS_OF = Instant.parse("2026-11-20T02:00:00Z");

    private static final String GCP = "gcp/iam-policies.ndjson";
    private static final String AWS = "aws/account-authorization-details.json";

    private final List<LedgerRow> ledger = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private SampleAssessment() {}

    static Assessment acme() {
        return new SampleAssessment().build();
    }

    private Assessment build() {
        gcpLedger();
        awsLedger();
        findings();
        return new Assessment(
                "acme",
                AS_OF,
                "ullage 0.1.0",
                inputs(),
                coverage(),
                rules(),
                outcomes(),
                controls(),
                ledger,
                ullage(),
                findings,
                ignoredWaivers(),
                List.of(
                        "Conditions that depend on the request (network, time of day) are not evaluated.",
                        "Access through a process that itself holds access, such as a shared notebook server, is not shown.",
                        "VPC Service Controls and session policies are not modelled."));
    }

    private void gcpLedger() {
        var train = gcp("fraud-train", "acme-ml");
        rows(train, "gs://acme-features", "fraud/*", "LR", "YYY");
        rows(train, "gs://acme-checkpoints", "fraud/*", "LRCOD", "YYY");
        rows(train, "gs://acme-checkpoints", "* except fraud/*", "LRCOD", "YNN");
        rows(train, "gs://acme-models", "*", "RCOD", "YNN");
        rows(train, "gs://acme-raw-events", "*", "LR", "YNY");

        var serve = gcp("fraud-serve", "acme-prod");
        rows(serve, "gs://acme-models", "fraud/*", "LR", "YYY");
        rows(serve, "gs://acme-prediction-logs", "fraud/*", "C", "YYY");
        rows(serve, "gs://acme-prediction-logs", "fraud/*", "RD", "YNN");

        var recommend = gcp("recommend-train", "acme-ml");
        rows(recommend, "gs://acme-features", "recommend/*", "LR", "YYY");
        rows(recommend, "gs://acme-checkpoints", "recommend/*", "LRCOD", "YYN");
        rows(recommend, "gs://acme-models", "*", "LR", "YNN");

        var deploy = gcp("model-deploy", "acme-prod");
        rows(deploy, "gs://acme-models", "*", "LRCOD", "YYY");
        rows(deploy, "gs://acme-models", "", "A", "YNN");
        rows(deploy, "gs://acme-eval-reports", "*", "LR", "NYN");

        var compute = new Who("serviceAccount:719203344455-compute@developer.gserviceaccount.com", "projects/acme-ml");
        for (var bucket : List.of("features", "checkpoints", "models", "raw-events", "sandbox", "eval-reports")) {
            rows(compute, "gs://acme-" + bucket, "*", "LRCOD", "YNN");
        }

        var notebooks = gcp("notebooks", "acme-ml");
        rows(notebooks, "gs://acme-sandbox", "*", "LRCOD", "YYY");
        rows(notebooks, "gs://acme-features", "*", "LR", "YYU");
        rows(notebooks, "gs://acme-raw-events", "*", "LR", "YNU");
        rows(notebooks, "serviceAccount:fraud-train@acme-ml.iam.gserviceaccount.com", "", "IK", "YNU");

        rows(gcp("feature-pipeline", "acme-data"), "gs://acme-raw-events", "*", "LR", "YYY");
        rows(gcp("feature-pipeline", "acme-data"), "gs://acme-features", "*", "LRCOD", "YYY");
        rows(gcp("evaluator", "acme-ml"), "gs://acme-models", "*", "LR", "YYU");
        rows(gcp("evaluator", "acme-ml"), "gs://acme-eval-reports", "*", "LC", "YYU");
        rows(gcp("evaluator", "acme-ml"), "gs://acme-features", "holdout/*", "LR", "NYU");

        var ana = new Who("user:ana@acme.example", "projects/acme-ml");
        rows(ana, "gs://acme-raw-events", "*", "LR", "YUY");
        rows(ana, "gs://acme-sandbox", "ana/*", "LRCOD", "YUY");
        var ben = new Who("user:ben@acme.example", "projects/acme-ml");
        rows(ben, "gs://acme-models", "*", "LRCOD", "YUN");
        rows(ben, "gs://acme-models", "", "aAS", "YUN");
        rows(new Who("group:ml-platform@acme.example", "projects/acme-ml"), "gs://acme-checkpoints", "*", "LR", "UUU");
        rows(new Who("user:contractor@partner.example", "projects/acme-ml"), "gs://acme-features", "*", "LR", "YUU");
        rows(new Who("allUsers", "projects/acme-prod"), "gs://acme-public-demo", "*", "R", "YUY");
        rows(new Who("allUsers", "projects/acme-prod"), "gs://acme-models", "old/bert-v1/*", "R", "YNU");
        rows(new Who("user:\u0430dmin\u202e@acme.example", "projects/acme-ml"), "gs://acme-models", "*", "LR", "YNY");
        rows(gcp("terraform", "acme-prod"), "gs://acme-models", "", "aAS", "YYY");
        rows(gcp("former-recommend", "acme-ml"), "gs://acme-checkpoints", "recommend/*", "R", "NNY");
    }

    private void awsLedger() {
        var vision = aws("role/vision-train");
        rows(vision, "s3://acme-vision-data", "*", "LR", "YYY");
        rows(vision, "s3://acme-vision-checkpoints", "*", "LRCOD", "YYY");
        rows(vision, "s3://acme-vision-models", "*", "LRCOD", "YNN");
        var serving = aws("role/vision-serve");
        rows(serving, "s3://acme-vision-models", "*", "LR", "YYU");
        rows(serving, "s3://acme-logs", "vision/*", "C", "YYU");
        rows(aws("role/labelling"), "s3://acme-vision-data", "incoming/*", "LRC", "YYY");
        rows(aws("role/labelling"), "s3://acme-vision-data", "* except incoming/*", "D", "YNY");
        var ci = aws("user/ci-legacy");
        for (var bucket : List.of("vision-data", "vision-checkpoints", "vision-models", "logs", "backup", "exchange")) {
            rows(ci, "s3://acme-" + bucket, "*", "LRCOD", "YNN");
        }
        rows(ci, "s3://acme-vision-models", "", "aAS", "YNN");
        rows(aws("role/OrganizationAccountAccessRole"), "s3://acme-backup", "*", "LRCOD", "UNU");
        rows(aws("role/backup"), "s3://acme-backup", "*", "LRC", "YYY");
        rows(aws("role/break-glass"), "s3://acme-backup", "*", "LRCOD", "YYN");
        rows(new Who("arn:aws:iam::999988887777:root", "111122223333"), "s3://acme-exchange", "*", "LR", "YNY");
    }

    private record Who(String id, String container) {}

    private static Who gcp(String name, String project) {
        return new Who("serviceAccount:" + name + "@" + project + ".iam.gserviceaccount.com", "projects/" + project);
    }

    private static Who aws(String name) {
        return new Who("arn:aws:iam::111122223333:" + name, "111122223333");
    }

    /** One row a letter; the three answers are granted, declared, used; no glob stands for the resource itself. */
    private void rows(Who who, String resource, String glob, String classes, String answers) {
        var place = place(resource, glob);
        for (char letter : classes.toCharArray()) {
            ledger.add(row(who, place, classOf(letter), answers));
        }
    }

    private static Place place(String resource, String glob) {
        if (glob.isEmpty()) {
            return Place.itself(resource);
        }
        var parts = glob.split(" except ");
        return new Place(resource, List.of(parts[0]), parts.length > 1 ? List.of(parts[1]) : List.of());
    }

    private static LedgerRow row(Who who, Place place, PermissionClass permissionClass, String answers) {
        boolean gcp = !place.resource().startsWith("s3://");
        var granted = answer(answers.charAt(0));
        var declared = answer(answers.charAt(1));
        var used = answer(answers.charAt(2));
        return new LedgerRow(
                gcp ? Provider.GCP : Provider.AWS,
                who.id(),
                permissionClass,
                permission(gcp, permissionClass),
                place,
                who.container(),
                granted,
                declared,
                used,
                LedgerVerdict.of(granted, declared, used),
                used == Answer.YES ? Instant.parse("2026-11-18T22:14:05Z") : null,
                used == Answer.YES ? 1_204 : 0,
                granted == Answer.YES ? List.of(because(gcp, who, place)) : List.of(),
                missing(who, granted, used),
                place.resource() + (place.isObjects() ? "/x" : ""));
    }

    private static Explanation because(boolean gcp, Who who, Place place) {
        return gcp
                ? new Explanation(List.of(
                        new Step(who.id() + " has role roles/storage.objectAdmin on projects/acme-ml", at(GCP, 14)),
                        new Step("roles/storage.objectAdmin holds the permission", null),
                        new Step(place.resource() + " lies in projects/acme-ml", at("gcp/resources.ndjson", 8))))
                : new Explanation(List.of(
                        new Step(who.id() + " has the managed policy TrainingAccess", at(AWS, 203)),
                        new Step(
                                "its statement 2 allows s3:* on arn:aws:s3:::acme-*",
                                new Source(AWS, 977, "/Statement/1"))));
    }

    private static List<String> missing(Who who, Answer granted, Answer used) {
        var missing = new ArrayList<String>();
        if (granted == Answer.UNKNOWN) {
            missing.add("The members of " + who.id() + " were not read.");
        }
        if (used == Answer.UNKNOWN) {
            missing.add("Data Access logs of " + who.container() + " were not on for the whole window.");
        }
        return missing;
    }

    private static Answer answer(char letter) {
        return switch (letter) {
            case 'Y' -> Answer.YES;
            case 'N' -> Answer.NO;
            default -> Answer.UNKNOWN;
        };
    }

    private static PermissionClass classOf(char letter) {
        for (var permissionClass : PermissionClass.values()) {
            if (LedgerMeaning.letter(permissionClass) == letter) {
                return permissionClass;
            }
        }
        throw new IllegalArgumentException("no class has the letter " + letter);
    }

    private static String permission(boolean gcp, PermissionClass permissionClass) {
        return switch (permissionClass) {
            case LIST -> gcp ? "storage.objects.list" : "s3:ListBucket";
            case READ -> gcp ? "storage.objects.get" : "s3:GetObject";
            case CREATE -> gcp ? "storage.objects.create" : "s3:PutObject";
            case OVERWRITE, DELETE -> gcp ? "storage.objects.delete" : "s3:DeleteObject";
            case READ_POLICY -> gcp ? "storage.buckets.getIamPolicy" : "s3:GetBucketPolicy";
            case WRITE_POLICY -> gcp ? "storage.buckets.setIamPolicy" : "s3:PutBucketPolicy";
            case CONFIGURE -> gcp ? "storage.buckets.update" : "s3:PutBucketVersioning";
            case IMPERSONATE -> "iam.serviceAccounts.getAccessToken";
            case CREATE_KEY -> "iam.serviceAccountKeys.create";
        };
    }

    private List<UllageFigure> ullage() {
        var counts = new TreeMap<String, int[]>();
        for (var row : ledger) {
            var count = counts.computeIfAbsent(row.principal(), id -> new int[3]);
            if (row.granted() == Answer.YES) {
                count[0]++;
                count[1] += row.declared() == Answer.NO && row.used() == Answer.NO ? 1 : 0;
                count[2] += isUnsure(row) ? 1 : 0;
            }
        }
        return counts.entrySet().stream()
                .map(entry ->
                        new UllageFigure(entry.getKey(), entry.getValue()[0], entry.getValue()[1], entry.getValue()[2]))
                .toList();
    }

    private static boolean isUnsure(LedgerRow row) {
        return row.declared() != Answer.YES
                && row.used() != Answer.YES
                && (row.declared() == Answer.UNKNOWN || row.used() == Answer.UNKNOWN);
    }

    private static final Map<String, String> TITLES = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "privilege-creep/granted-not-declared", "An identity may do what nobody declared and nobody does"),
            Map.entry("privilege-creep/used-not-declared", "An identity does what nobody declared"),
            Map.entry("privilege-creep/default-service-account", "The default service account holds a broad role"),
            Map.entry("privilege-creep/intent-past-review", "An intent was not reviewed in time"),
            Map.entry("public-access/object-public", "An object is readable by everyone"),
            Map.entry("public-access/bucket-public", "A bucket is readable by everyone"),
            Map.entry("public-access/external-account", "Another company's account may read"),
            Map.entry("object-acl/acl-grants-beyond-policy", "An object's access list grants what no policy grants"),
            Map.entry("object-acl/uniform-access-off", "A bucket still honours object access lists"),
            Map.entry("stale-credentials/access-key-old", "An access key is older than 90 days"),
            Map.entry("stale-credentials/access-key-unused", "An access key is not used"),
            Map.entry("stale-credentials/service-account-key", "A service account has a key that somebody downloaded"),
            Map.entry("workload-identity/pool-without-condition", "A workload pool accepts any token of its issuer"),
            Map.entry("logging/data-logs-off", "Reads and writes of objects leave no trace"),
            Map.entry("logging/log-config-changed", "Logging was switched during the window"),
            Map.entry("data-protection/versioning-off", "A model bucket keeps no versions"),
            Map.entry("data-protection/no-cmek", "A bucket is encrypted with the provider's key"),
            Map.entry("data-protection/no-retention", "A log bucket has no retention")));

    private static Severity severity(String rule) {
        return switch (rule) {
            case "object-public", "bucket-public" -> Severity.CRITICAL;
            case "granted-not-declared",
                    "used-not-declared",
                    "pool-without-condition",
                    "external-account",
                    "access-key-unused" -> Severity.HIGH;
            case "no-cmek", "no-retention", "intent-past-review" -> Severity.LOW;
            default -> Severity.MEDIUM;
        };
    }

    static List<Rule> rules() {
        return TITLES.entrySet().stream()
                .map(entry -> rule(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Rule rule(String path, String title) {
        var topic = path.substring(0, path.indexOf('/'));
        var id = path.substring(path.indexOf('/') + 1);
        return new Rule(
                id,
                topic,
                title,
                severity(id),
                Subject.ROW,
                Set.of(Topic.IAM_POLICIES, Topic.DATA_LOGS),
                Set.of(Provider.values()),
                "row.verdict == 'CREEP'",
                "{row.principal} may {row.class} at {row.place}",
                "Access that nobody needs is the access that an intruder uses.\nNobody notices it, because nothing depends on it.\n",
                "Remove the grant, or declare in an intent what it is for.",
                List.of("Break-glass identities; say so in their intent."),
                List.of("https://cloud.google.com/iam/docs/using-iam-securely"),
                new Source("rules/catalog/" + path + "/rule.yaml", 7, ""),
                digest(path));
    }

    private List<RuleOutcome> outcomes() {
        var outcomes = new ArrayList<RuleOutcome>();
        for (var rule : rules()) {
            for (var scope : List.of("projects/acme-ml", "projects/acme-prod", "111122223333")) {
                outcomes.add(outcome(rule, scope));
            }
        }
        return outcomes;
    }

    private RuleOutcome outcome(Rule rule, String scope) {
        var mine = findings.stream()
                .filter(finding ->
                        finding.rule().equals(rule.id()) && finding.scope().equals(scope))
                .toList();
        int failed = (int) mine.stream().filter(FindingList::isOpen).count();
        int waived = (int) mine.stream().filter(FindingList::isAccepted).count();
        boolean unknown = mine.stream().anyMatch(finding -> finding.verdict() == Verdict.UNKNOWN);
        boolean notThere = rule.id().equals("pool-without-condition") && scope.startsWith("1");
        if (notThere) {
            return new RuleOutcome(rule.id(), rule.topic(), scope, Verdict.NOT_APPLICABLE, 0, 0, 0, List.of());
        }
        boolean aclsDenied = rule.topic().equals("object-acl") && scope.equals("projects/acme-prod");
        var gaps = new ArrayList<String>();
        if (unknown) {
            gaps.add("data-logs were not read for the whole window.");
        }
        if (aclsDenied) {
            gaps.add("object-acls were denied: the reader lacks storage.objects.getIamPolicy.");
        }
        var verdict = failed > 0 ? Verdict.FAIL : gaps.isEmpty() ? Verdict.PASS : Verdict.UNKNOWN;
        return new RuleOutcome(rule.id(), rule.topic(), scope, verdict, 12 + mine.size(), failed, waived, gaps);
    }

    private static List<ControlOutcome> controls() {
        var creep = List.of("granted-not-declared", "used-not-declared", "default-service-account");
        var exposure = List.of("object-public", "bucket-public", "external-account");
        var keys = List.of("access-key-old", "access-key-unused", "service-account-key");
        var logs = List.of("data-logs-off", "log-config-changed");
        return List.of(
                control(
                        "SOC 2",
                        "CC6.1",
                        "Logical access to information assets is restricted",
                        Control.Support.PARTIAL,
                        exposure,
                        Verdict.FAIL,
                        exposure,
                        List.of("acl-grants-beyond-policy")),
                control(
                        "SOC 2",
                        "CC6.2",
                        "Identities are registered before they get access",
                        Control.Support.SUPPORTING,
                        List.of("intent-past-review"),
                        Verdict.UNKNOWN,
                        List.of(),
                        List.of("intent-past-review")),
                control(
                        "SOC 2",
                        "CC6.3",
                        "Access follows role and least privilege",
                        Control.Support.FULL,
                        creep,
                        Verdict.FAIL,
                        creep,
                        List.of("used-not-declared")),
                control(
                        "SOC 2",
                        "CC6.6",
                        "Access from outside the boundary is limited",
                        Control.Support.PARTIAL,
                        exposure,
                        Verdict.FAIL,
                        exposure,
                        List.of()),
                control(
                        "SOC 2",
                        "CC7.2",
                        "Systems are watched for anomalies",
                        Control.Support.SUPPORTING,
                        logs,
                        Verdict.PASS,
                        List.of(),
                        List.of()),
                control(
                        "SOC 2",
                        "CC1.4",
                        "People are competent for what they do",
                        Control.Support.MANUAL,
                        List.of(),
                        Verdict.NOT_APPLICABLE,
                        List.of(),
                        List.of()),
                control(
                        "ISO/IEC 27001:2022",
                        "A.5.15",
                        "Rules for access are set and applied",
                        Control.Support.PARTIAL,
                        creep,
                        Verdict.FAIL,
                        creep,
                        List.of()),
                control(
                        "ISO/IEC 27001:2022",
                        "A.5.9",
                        "Assets and owners are known",
                        Control.Support.SUPPORTING,
                        List.of(),
                        Verdict.NOT_APPLICABLE,
                        List.of(),
                        List.of()),
                control(
                        "ISO/IEC 27001:2022",
                        "A.5.17",
                        "Secrets for authentication are managed",
                        Control.Support.PARTIAL,
                        keys,
                        Verdict.FAIL,
                        keys,
                        List.of()),
                control(
                        "ISO/IEC 27001:2022",
                        "A.5.18",
                        "Access rights are reviewed and removed",
                        Control.Support.FULL,
                        creep,
                        Verdict.FAIL,
                        List.of("granted-not-declared"),
                        List.of("used-not-declared")),
                control(
                        "ISO/IEC 27001:2022",
                        "A.8.3",
                        "Access to information is restricted",
                        Control.Support.PARTIAL,
                        exposure,
                        Verdict.FAIL,
                        exposure,
                        List.of()),
                control(
                        "ISO/IEC 27001:2022",
                        "A.8.15",
                        "Events are logged and kept",
                        Control.Support.FULL,
                        logs,
                        Verdict.UNKNOWN,
                        List.of(),
                        logs));
    }

    private static ControlOutcome control(
            String framework,
            String id,
            String title,
            Control.Support support,
            List<String> rules,
            Verdict verdict,
            List<String> failing,
            List<String> unanswered) {
        return new ControlOutcome(new Control(framework, id, title, support, rules), verdict, failing, unanswered);
    }

    private void findings() {
        fail(
                "object-public",
                "projects/acme-prod",
                "allUsers",
                "gs://acme-models/old/bert-v1/model.ckpt",
                null,
                "everyone on the internet can read `gs://acme-models/old/bert-v1/model.ckpt`",
                new Evidence("entity allUsers has role READER", at("gcp/objects-acme-models.json", 4411)),
                new Evidence("uniformBucketLevelAccess.enabled is false", at("gcp/resources.ndjson", 8)));
        fail(
                "bucket-public",
                "projects/acme-prod",
                "allUsers",
                "gs://acme-public-demo",
                waiver(),
                "everyone on the internet can read every object of `gs://acme-public-demo`",
                new Evidence("allUsers has role roles/storage.objectViewer", at(GCP, 31)));
        fail(
                "granted-not-declared",
                "projects/acme-ml",
                gcp("fraud-train", "acme-ml").id(),
                "gs://acme-models/*",
                null,
                "`fraud-train` may delete `gs://acme-models/other-team/x`; nobody declared it and the logs show no use",
                new Evidence(
                        "serviceAccount:fraud-train@acme-ml.iam.gserviceaccount.com has role roles/storage.objectAdmin on projects/acme-ml",
                        at(GCP, 14)),
                new Evidence("roles/storage.objectAdmin holds storage.objects.delete", null),
                new Evidence("gs://acme-models lies in projects/acme-ml", at("gcp/resources.ndjson", 8)),
                new Evidence(
                        "intent train declares gs://acme-checkpoints/fraud/ for writing",
                        at("intents/fraud-train.yaml", 6)),
                new Evidence(
                        "no DATA_WRITE entry in gs://acme-models in 90 days",
                        at("gcp/audit/data_access-2026-11.json", 1)));
        fail(
                "granted-not-declared",
                "111122223333",
                aws("user/ci-legacy").id(),
                "s3://acme-vision-models",
                null,
                "`ci-legacy` may delete every model of the vision team; nobody declared it and the logs show no use",
                new Evidence("Allow s3:* on arn:aws:s3:::acme-*", new Source(AWS, 977, "/Statement/1")));
        fail(
                "used-not-declared",
                "projects/acme-ml",
                "user:\u0430dmin\u202e@acme.example",
                "gs://acme-models/*",
                null,
                "`\u0430dmin\u202e@acme.example` reads models, and no owner declared it",
                new Evidence("storage.objects.get, 1204 requests", at("gcp/audit/data_access-2026-11.json", 812)));
        fail(
                "external-account",
                "111122223333",
                "arn:aws:iam::999988887777:root",
                "s3://acme-exchange",
                null,
                "account `999988887777` is not one of ours and may read `s3://acme-exchange`",
                new Evidence(
                        "Principal {\"AWS\": \"arn:aws:iam::999988887777:root\"} Allow s3:GetObject",
                        at("aws/s3api/acme-exchange/policy.json", 1)));
        fail(
                "pool-without-condition",
                "projects/acme-prod",
                null,
                "projects/acme-prod/locations/global/workloadIdentityPools/github",
                null,
                "any repository on GitHub can act through the pool `github`",
                new Evidence("attributeCondition is absent", at("gcp/resources.ndjson", 77)));
        fail(
                "access-key-unused",
                "111122223333",
                aws("user/ci-legacy").id(),
                "AKIAIOSFODNN7EXAMPLE",
                null,
                "the access key of `ci-legacy` was not used for 312 days",
                new Evidence(
                        "access_key_1_last_used_date is 2026-01-12T08:00:00Z", at("aws/credential-report.csv", 9)));
        fail(
                "default-service-account",
                "projects/acme-ml",
                "serviceAccount:719203344455-compute@developer.gserviceaccount.com",
                "projects/acme-ml",
                null,
                "the default compute service account is editor of `projects/acme-ml`",
                new Evidence("has role roles/editor on projects/acme-ml", at(GCP, 3)));
        fail(
                "service-account-key",
                "projects/acme-prod",
                gcp("terraform", "acme-prod").id(),
                "projects/acme-prod/serviceAccounts/terraform/keys/4f1d",
                keyWaiver(),
                "somebody holds a key file of `terraform`",
                new Evidence(
                        "keyType USER_MANAGED, validAfterTime 2025-02-01T00:00:00Z", at("gcp/resources.ndjson", 91)));
        fail(
                "uniform-access-off",
                "projects/acme-prod",
                null,
                "gs://acme-models",
                null,
                "`gs://acme-models` honours access lists of single objects",
                new Evidence("uniformBucketLevelAccess.enabled is false", at("gcp/resources.ndjson", 8)));
        fail(
                "versioning-off",
                "111122223333",
                null,
                "s3://acme-vision-models",
                null,
                "a deleted model of `s3://acme-vision-models` cannot be brought back",
                new Evidence("Status is absent", at("aws/s3api/acme-vision-models/versioning.json", 1)));
        fail(
                "no-retention",
                "111122223333",
                null,
                "s3://acme-logs",
                null,
                "logs in `s3://acme-logs` can be deleted by who can write them",
                new Evidence("Rules is empty", at("aws/s3api/acme-logs/lifecycle.json", 1)));
        unknown(
                "used-not-declared",
                "projects/acme-ml",
                gcp("notebooks", "acme-ml").id(),
                "gs://acme-raw-events/*",
                "it is not known whether `notebooks` reads `gs://acme-raw-events`",
                "data-logs of projects/acme-ml: DATA_READ was switched on on 2026-10-02, 49 days of 90 are covered");
        unknown(
                "acl-grants-beyond-policy",
                "projects/acme-prod",
                null,
                "gs://acme-models",
                "access lists of objects in `gs://acme-models` could not be read in full",
                "object-acls of gs://acme-models: 3 of 4 pages of the listing are in the input");
        unknown(
                "granted-not-declared",
                "projects/acme-ml",
                "group:ml-platform@acme.example",
                "gs://acme-checkpoints/*",
                "it is not known who is in `ml-platform`",
                "group-memberships of group:ml-platform@acme.example");
    }

    private void fail(
            String rule,
            String scope,
            @Nullable String principal,
            String resource,
            @Nullable Waiver waiver,
            String message,
            Evidence... evidence) {
        findings.add(
                finding(rule, Verdict.FAIL, scope, principal, resource, message, List.of(evidence), List.of(), waiver));
    }

    private void unknown(
            String rule, String scope, @Nullable String principal, String resource, String message, String missing) {
        findings.add(
                finding(rule, Verdict.UNKNOWN, scope, principal, resource, message, List.of(), List.of(missing), null));
    }

    static Finding finding(
            String ruleId,
            Verdict verdict,
            String scope,
            @Nullable String principal,
            String resource,
            String message,
            List<Evidence> evidence,
            List<String> missing,
            @Nullable Waiver waiver) {
        var rule = rules().stream()
                .filter(one -> one.id().equals(ruleId))
                .findFirst()
                .orElseThrow();
        boolean declared = ruleId.equals("granted-not-declared") && principal != null;
        return new Finding(
                digest(ruleId + principal + resource),
                ruleId,
                rule.title(),
                rule.severity(),
                verdict,
                scope,
                principal,
                resource,
                message,
                evidence,
                missing,
                List.of("SOC 2 CC6.1", "SOC 2 CC6.3", "ISO/IEC 27001:2022 A.5.18"),
                rule.fix(),
                declared ? at("intents/fraud-train.yaml", 4) : rule.source(),
                waiver);
    }

    private static Waiver waiver() {
        return new Waiver(
                "bucket-public",
                null,
                "gs://acme-public-demo",
                "marketing@acme.example",
                "security@acme.example",
                "The demo data set is meant to be public;\nit holds synthetic rows only.\n",
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2027, 5, 31),
                at("waivers/public-demo.yaml", 1));
    }

    private static Waiver keyWaiver() {
        return new Waiver(
                "service-account-key",
                gcp("terraform", "acme-prod").id(),
                null,
                "platform@acme.example",
                "security@acme.example",
                "Moves to workload identity in January.",
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2027, 1, 31),
                at("waivers/terraform-key.yaml", 1));
    }

    private static List<Waiver> ignoredWaivers() {
        return List.of(
                new Waiver(
                        "access-key-old",
                        aws("user/ci-legacy").id(),
                        null,
                        "platform@acme.example",
                        "security@acme.example",
                        "The build moves off this user.",
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 9, 30),
                        at("waivers/ci-legacy.yaml", 1)),
                new Waiver(
                        "versioning-off",
                        null,
                        "s3://acme-backup",
                        "data@acme.example",
                        "security@acme.example",
                        "Backups are versioned elsewhere.",
                        LocalDate.of(2026, 8, 1),
                        LocalDate.of(2027, 7, 31),
                        at("waivers/backup.yaml", 1)),
                new Waiver(
                        "no-cmek",
                        null,
                        "gs://acme-sandbox",
                        "data@acme.example",
                        "security@acme.example",
                        "Nothing of value lies in the sandbox.",
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 12, 31),
                        at("waivers/sandbox.yaml", 1)));
    }

    private static List<InputFile> inputs() {
        return List.of(
                input("gcp/iam-policies.ndjson", "Cloud Asset Inventory IAM policies", 214, ""),
                input("gcp/resources.ndjson", "Cloud Asset Inventory resources", 611, ""),
                input(
                        "gcp/objects-acme-models.json",
                        "Cloud Storage object listing with access lists",
                        4_411,
                        "gcp/objects-acme-models.json:4411: the listing ends in the middle of a record; export it again"),
                input("gcp/audit/data_access-2026-11.json", "Cloud Audit Logs, Data Access", 88_120, ""),
                input("gcp/notes.txt", "", 0, ""),
                input("aws/account-authorization-details.json", "AWS account authorization details", 402, ""),
                input("aws/credential-report.csv", "AWS credential report", 21, ""),
                input("aws/s3api/acme-exchange/policy.json", "S3 bucket policy", 3, ""),
                input("aws/cloudtrail/2026-11-19.json.gz", "AWS CloudTrail log file", 31_777, ""),
                input("aws/s3api/acme-exchange/.DS_Store", "", 0, ""));
    }

    private static InputFile input(String path, String recognisedAs, long facts, String problem) {
        return new InputFile(path, recognisedAs, facts, problem, digest(path));
    }

    private static List<Coverage> coverage() {
        var coverage = new ArrayList<Coverage>();
        for (var topic : List.of(
                Topic.HIERARCHY,
                Topic.PRINCIPALS,
                Topic.IAM_POLICIES,
                Topic.BUCKETS,
                Topic.BUCKET_SETTINGS,
                Topic.CREDENTIALS)) {
            for (var scope : List.of("projects/acme-ml", "projects/acme-prod", "projects/acme-data", "111122223333")) {
                coverage.add(new Coverage(topic, scope, CoverageStatus.COMPLETE, "", at(GCP, 1)));
            }
        }
        coverage.add(new Coverage(
                Topic.OBJECT_ACLS,
                "gs://acme-models",
                CoverageStatus.PARTIAL,
                "the listing ends in the middle of a record",
                at("gcp/objects-acme-models.json", 4411)));
        coverage.add(new Coverage(
                Topic.DATA_LOGS,
                "projects/acme-ml",
                CoverageStatus.PARTIAL,
                "DATA_READ was switched on on 2026-10-02, inside the window",
                at("gcp/audit/data_access-2026-11.json", 1)));
        coverage.add(new Coverage(
                Topic.GROUP_MEMBERSHIPS,
                "group:ml-platform@acme.example",
                CoverageStatus.DENIED,
                "the reader lacks cloudidentity.groups.memberships.list",
                at(GCP, 9)));
        return coverage;
    }

    private static Source at(String file, int line) {
        return new Source(file, line, "");
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
