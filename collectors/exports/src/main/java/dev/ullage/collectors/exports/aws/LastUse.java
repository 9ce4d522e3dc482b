package dev.ullage.collectors.exports.aws;

import dev.ullage.model.Answer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What AWS says of a credential's use. It tracks passwords since October 2014 and access keys since April 2015, so "never"
 * means "not since then".
 *
 * @param at null unless {@code used} is {@code YES}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Credential report</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyLastUsed.html">AccessKeyLastUsed</a>
 */
record LastUse(Answer used, @Nullable Instant at) {

    static final LastUse UNKNOWN = new LastUse(Answer.UNKNOWN, null);
    static final LastUse NEVER = new LastUse(Answer.NO, null);

    static LastUse at(Instant time) {
        return new LastUse(Answer.YES, time);
    }

    /** The later of two uses, and of two other statements the one that says more. */
    LastUse or(LastUse other) {
        if (at == null || other.at == null) {
            return used.or(other.used) == Answer.YES ? (at == null ? other : this) : (used == Answer.NO ? this : other);
        }
        return at.isBefore(other.at) ? other : this;
    }
}
