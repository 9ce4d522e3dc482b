package dev.ullage.simulation.rgw;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ruling;
import dev.ullage.access.aws.AwsAccess;
import dev.ullage.access.aws.AwsDecisions;
import dev.ullage.collectors.exports.ExportFolder;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** An export of a scene, read by the collectors; effective access says of it what may be done. */
final class Estate {

    private static final String EVERYBODY = "*";
    private static final String BUCKET = "s3://" + Scene.BUCKET;

    private final AwsAccess access;
    private final AwsDecisions decisions;

    private Estate(FactIndex facts) {
        this.access = new AwsAccess(facts);
        this.decisions = new AwsDecisions(facts);
    }

    /** Reads what was written. No account of it is in an organisation. */
    static Estate read(Path folder) {
        var result = ExportFolder.standard().read(folder);
        var problems = result.files().stream()
                .filter(file -> !file.problem().isEmpty())
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalStateException("not read in full: " + problems);
        }
        var facts = new ArrayList<Fact>(result.facts());
        facts.add(new Coverage(Topic.CONTROL_POLICIES, "*", CoverageStatus.COMPLETE, "", new Source("none", 0, "")));
        return new Estate(new FactIndex(Snapshot.of(facts)));
    }

    /** Whether the caller may do it: the answer to a single question. */
    Ruling decide(Caller caller, String action, String name) {
        return decisions
                .decide(caller.identityArn(), action, name.isEmpty() ? BUCKET : BUCKET + "/" + name)
                .ruling();
    }

    /**
     * Whether the caller may do it, going by the entitlements of all: what is sure for the caller is, and what may be given
     * to the caller or to everybody may be.
     */
    Ruling reach(Caller caller, String action, String name) {
        if (isSure(caller.identityArn(), action, name)) {
            return Ruling.ALLOWED;
        }
        return isPossible(caller.identityArn(), action, name) || isPossible(EVERYBODY, action, name)
                ? Ruling.UNKNOWN
                : Ruling.IMPLICIT_DENY;
    }

    /** True for the permissions that stand for a class of ours; entitlements speak of no others. */
    static boolean speaksOf(String action) {
        return Arrays.stream(PermissionClass.values())
                .anyMatch(one -> AwsAccess.permissions(one).contains(action));
    }

    /** Whether the principal, or the group of principals, may do it for sure. */
    boolean isSure(String principal, String action, String name) {
        return entitlements(principal, action)
                .anyMatch(entitlement -> entitlement.reach().sure().contains(name));
    }

    private boolean isPossible(String principal, String action, String name) {
        return entitlements(principal, action)
                .anyMatch(entitlement -> entitlement.reach().possible().contains(name));
    }

    private Stream<Entitlement> entitlements(String principal, String action) {
        return access.entitlements(new AccessQuestion(principal, Set.of(action), BUCKET)).stream();
    }
}
