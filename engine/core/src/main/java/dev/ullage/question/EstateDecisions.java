package dev.ullage.question;

import dev.ullage.access.Decision;
import dev.ullage.access.aws.AwsDecisions;
import dev.ullage.model.Provider;

/** Decides single requests in an estate, each as the provider that has the object would. */
public final class EstateDecisions implements Decisions {

    private final AwsDecisions aws;
    private final Decisions gcp;

    /** Prepares to decide in an estate. */
    public EstateDecisions(EstateAccess access) {
        this.aws = new AwsDecisions(access.facts());
        this.gcp = new EntitlementDecisions(access);
    }

    @Override
    public Decision decide(String principal, String permission, String object) {
        return Providers.of(object) == Provider.AWS
                ? aws.decide(principal, permission, object)
                : gcp.decide(principal, permission, object);
    }
}
