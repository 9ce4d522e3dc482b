package dev.ullage.question;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.CanonicalId;
import dev.ullage.access.Entitlement;
import dev.ullage.access.Escalation;
import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsAccess;
import dev.ullage.access.aws.AwsBecoming;
import dev.ullage.access.gcp.GcpAccess;
import dev.ullage.access.gcp.GcpBecoming;
import dev.ullage.model.Provider;
import dev.ullage.model.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Effective access in an estate, on both clouds; works out no more than is asked for. */
public final class EstateAccess {

    private final FactIndex facts;
    private final Instant asOf;
    private final GcpAccess gcp;
    private final AwsAccess aws;

    /** Prepares to answer for a snapshot as of a time, on which conditions may hang. */
    public EstateAccess(Snapshot snapshot, Instant asOf) {
        this.facts = new FactIndex(snapshot);
        this.asOf = asOf;
        this.gcp = new GcpAccess(facts, asOf);
        this.aws = new AwsAccess(facts);
    }

    /** The time that is asked about. */
    public Instant asOf() {
        return asOf;
    }

    /** What was read. */
    public FactIndex facts() {
        return facts;
    }

    /** Whom a principal can act as in the end, by the steps that are known of its provider. */
    public Escalation escalation(AskedPrincipal principal) {
        return new Escalation(
                Providers.of(principal.id()) == Provider.AWS
                        ? new AwsBecoming(facts).all()
                        : new GcpBecoming(facts, asOf).stepsFrom(CanonicalId.of(principal.id())));
    }

    /** The entitlements that are asked for, in no particular order. */
    List<Entitlement> entitlements(AccessQuestion question) {
        var found = new ArrayList<Entitlement>();
        if (asksOf(Provider.AWS, question)) {
            found.addAll(aws.entitlements(question));
        }
        if (asksOf(Provider.GCP, question)) {
            found.addAll(gcp.entitlements(question));
        }
        return found;
    }

    /** All that a principal has itself, and an account's root user as well, in no particular order. */
    List<Entitlement> entitlementsOf(String principal) {
        var root = aws.ofRootUser(principal);
        return root.isEmpty() ? entitlements(AccessQuestion.ofPrincipal(principal)) : root;
    }

    /** Nobody has access at the other provider under an id of this one. */
    private static boolean asksOf(Provider provider, AccessQuestion question) {
        return Stream.of(question.principal(), question.resource())
                .filter(Objects::nonNull)
                .allMatch(id -> Providers.of(id) == provider);
    }
}
