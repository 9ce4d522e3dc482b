package dev.ullage.simulation.aws;

/**
 * How a resource's policy names the caller. It matters, because inside an account the way of naming says which of the
 * caller's own policies may still refuse.
 *
 * @param direct as the user, the session or everybody: nothing else has to allow
 * @param role as the role that the caller has a session of: its boundary and the session's policy have to allow
 * @param account as somebody of the account: the caller's own policies have to allow
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How
 *     AWS enforcement code logic evaluates requests</a>
 */
record Naming(Answer direct, Answer role, Answer account) {

    static final Naming NONE = new Naming(Answer.NO, Answer.NO, Answer.NO);

    static Naming direct(Answer answer) {
        return new Naming(answer, Answer.NO, Answer.NO);
    }

    static Naming role(Answer answer) {
        return new Naming(Answer.NO, answer, Answer.NO);
    }

    static Naming account(Answer answer) {
        return new Naming(Answer.NO, Answer.NO, answer);
    }

    Naming or(Naming other) {
        return new Naming(direct.or(other.direct), role.or(other.role), account.or(other.account));
    }

    Naming and(Answer answer) {
        return new Naming(direct.and(answer), role.and(answer), account.and(answer));
    }

    /** Whether the caller is named at all. */
    Answer any() {
        return direct.or(role).or(account);
    }
}
