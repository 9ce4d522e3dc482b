package dev.ullage.bench;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Entitlement;
import dev.ullage.access.aws.AwsAccess;
import dev.ullage.bench.measure.AnswerDigest;
import dev.ullage.bench.measure.Figures;
import dev.ullage.bench.measure.Runs;
import java.util.List;

/** Who can list a bucket, and read, write and delete in it, once everything is loaded. */
final class WhoCan implements Driver {

    private static final List<String> ACTIONS =
            List.of("s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject");
    private static final int WARM_UPS = 5;

    @Override
    public void measure(Input input, Figures figures) {
        var facts = input.load();
        input.describe(facts, figures);
        var access = new AwsAccess(facts);
        var buckets = facts.buckets().stream().map(bucket -> bucket.id()).toList();
        var bucket = buckets.get(buckets.size() / 2);
        figures.runs("first", Runs.of(0, 1, new Runs.Job<>(() -> ask(access, bucket), WhoCan::digest)));
        figures.runs("warm", Runs.of(WARM_UPS, new Runs.Job<>(() -> ask(access, bucket), WhoCan::digest)));
    }

    private static List<Entitlement> ask(AwsAccess access, String bucket) {
        return access.entitlements(AccessQuestion.ofResource(ACTIONS, bucket));
    }

    /** Order carries no meaning. */
    private static String digest(List<Entitlement> entitlements) {
        var digest = new AnswerDigest();
        entitlements.stream().map(WhoCan::line).sorted().forEach(digest::line);
        return "%s, %s entitlements".formatted(digest.hex(), entitlements.size());
    }

    private static String line(Entitlement entitlement) {
        return String.join(
                "\t",
                entitlement.principal(),
                entitlement.permission(),
                entitlement.reach().sure().toString(),
                entitlement.reach().possible().toString());
    }
}
