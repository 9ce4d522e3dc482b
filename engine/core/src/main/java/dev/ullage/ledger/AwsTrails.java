package dev.ullage.ledger;

import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.Arns;
import dev.ullage.model.Answer;
import dev.ullage.model.Bucket;
import dev.ullage.model.Trail;
import dev.ullage.model.TrailSelector;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether CloudTrail records requests for the objects of a bucket. */
final class AwsTrails {

    private final FactIndex facts;
    private final List<Trail> trails;
    private final Instant from;

    AwsTrails(FactIndex facts, Instant from) {
        this.facts = facts;
        this.trails = facts.all(Trail.class);
        this.from = from;
    }

    /** Empty when some trail has recorded them since the beginning of the window, as far as its state today tells. */
    Optional<String> switchedOff(String bucket, boolean reads) {
        return recording(bucket, reads).isEmpty()
                ? Optional.of("no trail in the input has recorded %s of %s since %s"
                        .formatted(reads ? "reads" : "writes", bucket, from))
                : Optional.empty();
    }

    /**
     * What may have gone unseen of every trail that records requests for the objects of a bucket: a trail of the
     * organisation is changed in the account that owns it, which need not be the bucket's.
     */
    Optional<String> firstGap(String bucket, boolean reads, Function<String, Optional<String>> unwatched) {
        var gaps = recording(bucket, reads).stream()
                .map(trail -> Arns.account(trail.id()).flatMap(unwatched))
                .toList();
        return gaps.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : gaps.get(0);
    }

    private List<Trail> recording(String bucket, boolean reads) {
        var upwards = facts.upwards(facts.containerOf(bucket));
        var objects = "arn:aws:s3:::" + bucket.substring("s3://".length()) + "/";
        return trails.stream()
                .filter(trail -> upwards.contains(facts.containerOf(trail.container()))
                        && trail.logging() == Answer.YES
                        && isLongEnough(trail)
                        && isWhere(bucket, trail)
                        && trail.selectors().stream().anyMatch(selector -> covers(selector, objects, reads)))
                .toList();
    }

    private boolean isLongEnough(Trail trail) {
        var startedAt = trail.startedAt();
        return startedAt == null || startedAt.isBefore(from);
    }

    /** Data events are recorded in the region of the bucket; a trail of one region sees only its own. */
    private boolean isWhere(String bucket, Trail trail) {
        var parts = trail.id().split(":", 6);
        var location = facts.bucket(bucket).map(Bucket::location).orElse("");
        return trail.allRegions() || parts.length == 6 && !location.isEmpty() && parts[3].equals(location);
    }

    private static boolean covers(TrailSelector selector, String objects, boolean reads) {
        return (reads ? selector.reads() : selector.writes())
                && selector.resources().stream().map(Arns::inOnePartition).anyMatch(objects::startsWith);
    }
}
