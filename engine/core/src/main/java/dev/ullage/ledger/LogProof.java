package dev.ullage.ledger;

import dev.ullage.access.FactIndex;
import dev.ullage.estate.Estate;
import dev.ullage.model.LogConfigChange;
import dev.ullage.model.LogExport;
import dev.ullage.model.LogKind;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether silence in the logs proves that something was not used. It does when the operator states that the input holds
 * the data and the administrative logs of the whole window, no log file was read in part, the log is switched on today,
 * and the administrative log, which cannot be switched off, shows no change of what is logged: then it was on throughout.
 *
 * @see <a href="https://cloud.google.com/logging/docs/audit">Cloud Audit Logs</a>
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html">
 *     CloudTrail data events</a>
 */
public final class LogProof {

    private static final Set<PermissionClass> READS = Set.of(PermissionClass.LIST, PermissionClass.READ);
    private static final Set<PermissionClass> WRITES =
            Set.of(PermissionClass.CREATE, PermissionClass.OVERWRITE, PermissionClass.DELETE);

    private static final Set<PermissionClass> ON_CONFIGURATION =
            Set.of(PermissionClass.READ_POLICY, PermissionClass.WRITE_POLICY, PermissionClass.CONFIGURE);

    private final FactIndex facts;
    private final List<LogExport> exports;
    private final List<LogConfigChange> changes;
    private final GcpDataAccessLogs gcp;
    private final AwsTrails aws;
    private final Instant from;
    private final Instant to;

    /** Proofs for the window that ends at {@code asOf}. */
    public LogProof(FactIndex facts, Estate estate, Instant asOf) {
        this.facts = facts;
        this.exports = estate.logExports();
        this.to = asOf;
        this.from = asOf.minus(Duration.ofDays(estate.usageWindowDays()));
        this.changes = facts.all(LogConfigChange.class).stream()
                .filter(change -> !change.when().isBefore(from) && change.when().isBefore(to))
                .sorted(Comparator.comparing(LogConfigChange::when))
                .toList();
        this.gcp = new GcpDataAccessLogs(facts);
        this.aws = new AwsTrails(facts, from);
    }

    /** The first instant of the window. */
    public Instant from() {
        return from;
    }

    /**
     * What is missing to prove that requests of a class by a principal at a bucket would have been seen; empty when
     * nothing is.
     *
     * @param onObjects true for requests on objects, false for those on the bucket itself
     */
    public Optional<String> gap(String principal, String bucket, PermissionClass permissionClass, boolean onObjects) {
        boolean isData = READS.contains(permissionClass) || WRITES.contains(permissionClass);
        boolean isConfiguration = ON_CONFIGURATION.contains(permissionClass) && !onObjects;
        if (!isData && !isConfiguration) {
            return Optional.of("use of %s is not read from the logs yet".formatted(permissionClass.word()));
        }
        if (Crowd.is(principal)) {
            return Optional.of("requests by %s are logged under the names of those it stands for".formatted(principal));
        }
        boolean reads = READS.contains(permissionClass);
        return (isData
                        ? switchedOff(principal, bucket, reads)
                        : configurationUnlogged(principal, bucket, permissionClass))
                .or(() -> facts.incomplete(Topic.DATA_LOGS, bucket))
                .or(() -> facts.incomplete(Topic.ADMIN_LOGS, bucket))
                .or(() -> notExported(LogKind.DATA, bucket))
                .or(() -> notExported(LogKind.ADMIN, bucket))
                .or(() -> isAws(bucket) ? aws.firstGap(bucket, reads, this::unwatched) : Optional.empty())
                .or(() -> changed(bucket));
    }

    /**
     * What is switched off, so that reads (or writes) of a bucket leave no trace; empty when they are logged for this
     * principal today. {@code *} asks about principals in general.
     */
    public Optional<String> switchedOff(String principal, String bucket, boolean reads) {
        return isAws(bucket)
                ? aws.switchedOff(bucket, reads)
                : gcp.switchedOff(principal, bucket, reads ? "DATA_READ" : "DATA_WRITE");
    }

    /**
     * Changes of a bucket's configuration are always logged by Google, reading it is not. Whether a trail of AWS records
     * management events is not among the facts, so that its silence about them proves nothing.
     */
    private Optional<String> configurationUnlogged(String principal, String bucket, PermissionClass permissionClass) {
        if (isAws(bucket)) {
            return Optional.of("whether a trail records management events of %s is not in the input".formatted(bucket));
        }
        return permissionClass == PermissionClass.READ_POLICY
                ? gcp.switchedOff(principal, bucket, "ADMIN_READ")
                : Optional.empty();
    }

    private static boolean isAws(String bucket) {
        return bucket.startsWith("s3://");
    }

    /** Why a container's own configuration of logs may have changed unseen, or did. */
    private Optional<String> unwatched(String container) {
        return facts.incomplete(Topic.ADMIN_LOGS, container)
                .or(() -> notExported(LogKind.ADMIN, container))
                .or(() -> changed(container));
    }

    private Optional<String> notExported(LogKind kind, String scope) {
        var upwards = facts.upwards(facts.containerOf(scope));
        boolean isExported = exports.stream()
                .anyMatch(export -> export.kind() == kind
                        && upwards.contains(facts.containerOf(export.scope()))
                        && !export.from().isAfter(from)
                        && !export.to().isBefore(to));
        return isExported
                ? Optional.empty()
                : Optional.of("estate.yaml does not state that the %s logs of %s are in the input from %s to %s"
                        .formatted(kind.name().toLowerCase(Locale.ROOT), upwards.get(0), from, to));
    }

    private Optional<String> changed(String scope) {
        var upwards = facts.upwards(facts.containerOf(scope));
        return changes.stream()
                .filter(change -> upwards.contains(facts.containerOf(change.container())))
                .findFirst()
                .map(change -> "what is logged in %s was changed at %s by %s"
                        .formatted(change.container(), change.when(), change.method()));
    }
}
