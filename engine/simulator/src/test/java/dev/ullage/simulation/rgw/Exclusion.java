package dev.ullage.simulation.rgw;

import dev.ullage.access.Ruling;
import java.util.function.Predicate;

/**
 * Where Ceph 16.2 decides otherwise than AWS says it does, so that the gateway is no judge of us.
 *
 * @see <a href="https://docs.ceph.com/en/pacific/radosgw/bucketpolicy/">Bucket policies of the gateway</a>
 * @see <a href="https://github.com/ceph/ceph/blob/v16.2.15/src/rgw/rgw_iam_policy.cc">Its evaluation</a>
 * @see <a href="https://github.com/ceph/ceph/blob/v16.2.15/src/rgw/rgw_common.cc">The order in which it asks</a>
 */
enum Exclusion {
    /** @see <a href="https://github.com/ceph/ceph/pull/66099">The change that would mend it</a> */
    NOT_ACTION(
            "a statement with NotAction has no effect in the gateway",
            question -> question.statements().stream().anyMatch(statement -> statement.has("NotAction"))),

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Account principals</a> */
    OWN_ACCOUNT(
            "what a bucket's or role's policy allows to its own account, the gateway gives to each of the account's users;"
                    + " AWS leaves it to their policies",
            question -> question.caller().isUser()
                    && question.caller().account().equals(question.lane().home())
                    && question.allowedByResource()
                            .anyMatch(statement ->
                                    statement.namesAccount(question.lane().home()))),

    ACCOUNT_OF_A_SESSION(
            "an account's principal does not mean the sessions of its roles in the gateway",
            question -> question.caller().isSession()
                    && question.resourceStatements().stream()
                            .anyMatch(statement ->
                                    statement.namesAccount(question.caller().account()))),

    NEGATED_AND_ABSENT(
            "a negated operator never holds for a key that the request lacks in the gateway",
            question -> question.clauses()
                    .anyMatch(clause -> clause.isNegated() && !clause.mayBeAbsent() && !clause.present())),

    NEGATED_AND_SEVERAL(
            "a negated operator with several values holds in the gateway as soon as one of them is not the request's",
            question -> question.clauses()
                    .anyMatch(clause -> clause.isNegated()
                            && clause.present()
                            && clause.values().size() > 1
                            && !clause.operator().equals("NotIpAddress"))),

    EARLY_STAR(
            "a star ends in the gateway at the first character that is the pattern's next, and never tries a later one",
            question -> question.statements().stream().anyMatch(Question.Statement::hasEarlyStar)),

    NULL_FALSE(
            "the operator Null asks for absence in the gateway, whatever its value says",
            question -> question.clauses()
                    .anyMatch(clause ->
                            clause.operator().equals("Null") && clause.values().contains("false"))),

    PLAIN_HTTP(
            "the gateway has no aws:SecureTransport for a request without TLS",
            question -> question.clauses().anyMatch(clause -> clause.key().equals("aws:SecureTransport"))),

    VARIABLE_INSIDE_A_VALUE(
            "a policy variable is one in the gateway only where it is the whole value",
            question -> question.clauses()
                    .flatMap(clause -> clause.values().stream())
                    .anyMatch(value -> value.contains("${") && !value.startsWith("${"))),

    NAMELESS(
            "sessions and anonymous requests have an aws:username in the gateway",
            question -> !question.caller().isUser()
                    && question.clauses()
                            .anyMatch(clause -> clause.key().equals("aws:username")
                                    || clause.values().contains("${aws:username}"))),

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">Session policies</a> */
    SESSION_POLICY_AND_LAST_STATEMENT(
            "how a bucket policy names a limited session, the gateway takes from the last statement and not from the one"
                    + " that allows",
            question -> question.hasSessionPolicy()
                    && question.allowedByResource()
                            .map(statement -> statement.naming(question.caller()))
                            .anyMatch(naming -> naming != Question.Naming.NONE
                                    && (naming == Question.Naming.BOTH || naming != question.lastNaming()))),

    SESSION_POLICY_AND_EVERYBODY(
            "the gateway takes * for the role and not for the session, so that a session policy limits it",
            question -> question.hasSessionPolicy()
                    && question.allowedByResource().anyMatch(statement -> statement.names("*"))),

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</a> */
    NOT_PRINCIPAL(
            "whom NotPrincipal spares without naming the account, too, AWS does not promise; the gateway spares whomever it"
                    + " names",
            question -> question.ours() == Ruling.UNKNOWN
                    && question.resourceStatements().stream().anyMatch(statement -> statement.has("NotPrincipal"))),

    /** @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html">What WRITE gives</a> */
    DELETING_BY_LIST(
            "WRITE on a bucket deletes anybody's objects in the gateway, and in AWS the grantee's own",
            question -> question.ours() == Ruling.UNKNOWN
                    && question.json().path("action").asText().equals("s3:DeleteObject")),

    /** @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Block Public Access</a> */
    RESTRICTED_BUCKET(
            "the gateway keeps nobody out by RestrictPublicBuckets",
            question -> question.json().path("restrictPublicBuckets").asBoolean() && question.isPublic()),

    /** @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">Whose objects it is about</a> */
    FOREIGN_OBJECT(
            "a bucket policy opens what another account wrote into the bucket in the gateway; in AWS only that account does",
            question -> question.ours() == Ruling.IMPLICIT_DENY
                    && question.allowedByResource().findAny().isPresent()
                    && !question.lane()
                            .home()
                            .equals(question.json()
                                    .path("objectOwner")
                                    .asText(question.lane().home())));

    private final String why;
    private final Predicate<Question> covers;

    Exclusion(String why, Predicate<Question> covers) {
        this.why = why;
        this.covers = covers;
    }

    String why() {
        return why;
    }

    boolean covers(Question question) {
        return covers.test(question);
    }
}
