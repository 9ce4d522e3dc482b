package dev.ullage.simulation.rgw;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Somebody who sends requests.
 *
 * @param account tenant of the gateway, which stands for an AWS account; empty for {@link Kind#ANONYMOUS}
 * @param name of the user, or of the role of a session
 * @param session name of the session; empty for anybody else
 */
record Caller(Kind kind, String account, String name, String session) {

    enum Kind {
        USER,
        SESSION,
        ANONYMOUS
    }

    static final Caller ANONYMOUS = new Caller(Kind.ANONYMOUS, "", "anonymous", "");

    static Caller user(String account, String name) {
        return new Caller(Kind.USER, account, name, "");
    }

    static Caller session(String account, String role, String session) {
        return new Caller(Kind.SESSION, account, role, session);
    }

    boolean isUser() {
        return kind == Kind.USER;
    }

    boolean isSession() {
        return kind == Kind.SESSION;
    }

    /** As a policy and a case write it. */
    String arn() {
        return switch (kind) {
            case USER -> "arn:aws:iam::%s:user/%s".formatted(account, name);
            case SESSION -> "arn:aws:sts::%s:assumed-role/%s/%s".formatted(account, name, session);
            case ANONYMOUS -> "*";
        };
    }

    /** The ARN of the role for a session, of the user itself for a user. */
    String identityArn() {
        return isSession() ? "arn:aws:iam::%s:role/%s".formatted(account, name) : arn();
    }

    /** The gateway's id of a user, which is its canonical id, too. */
    String gatewayId() {
        return account + "$" + name;
    }

    /** A user's keys follow from its name: the server is thrown away after the test. */
    AwsBasicCredentials keys() {
        return AwsBasicCredentials.create("key-" + account + "-" + name, "secret-of-" + name);
    }

    /** Long-term keys, or none; a session's are handed out when it begins. */
    AwsCredentialsProvider credentials() {
        return isUser() ? StaticCredentialsProvider.create(keys()) : AnonymousCredentialsProvider.create();
    }
}
