package dev.ullage.access.aws.policy;

import dev.ullage.model.Answer;

/**
 * How the principal element of a statement means a caller.
 *
 * @param direct by a name that no boundary and no session policy limits: everybody, or the session itself
 * @param named by the name of the user or role
 * @param account by the account, which leaves the choice to the account's own policies
 */
record Mention(Answer direct, Answer named, Answer account) {

    static final Mention NONE = new Mention(Answer.NO, Answer.NO, Answer.NO);
    static final Mention DIRECT = new Mention(Answer.YES, Answer.NO, Answer.NO);
    static final Mention NAMED = new Mention(Answer.NO, Answer.YES, Answer.NO);
    static final Mention ACCOUNT = new Mention(Answer.NO, Answer.NO, Answer.YES);
    static final Mention PERHAPS_DIRECT = new Mention(Answer.UNKNOWN, Answer.NO, Answer.NO);
    static final Mention PERHAPS_NAMED = new Mention(Answer.NO, Answer.UNKNOWN, Answer.NO);
    static final Mention PERHAPS_ACCOUNT = new Mention(Answer.NO, Answer.NO, Answer.UNKNOWN);

    Mention or(Mention other) {
        return new Mention(direct.or(other.direct), named.or(other.named), account.or(other.account));
    }

    /** Whether it is meant in any way. */
    Answer any() {
        return direct.or(named).or(account);
    }
}
