package dev.ullage.simulation.aws;

import java.util.List;

/** The few names that cases are made of: so few that what is drawn by chance often fits together. */
final class AwsAlphabet {

    static final String HERE = "111122223333";
    static final String THERE = "444455556666";

    static final List<String> USERS = List.of("user/ana", "user/ml/bo", "user/kim");
    static final List<String> ROLES = List.of("role/trainer", "role/ml/reader", "role/trainer");
    static final String LINKED_ROLE = "role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX";
    static final List<String> SESSIONS = List.of("trainer/s1", "trainer/s2", "reader/s1");
    static final String LINKED_SESSION = "AWSServiceRoleForX/s1";
    static final List<String> FEDERATED = List.of("ana", "bo");
    static final List<String> SERVICES = List.of("cloudtrail.amazonaws.com", "logging.s3.amazonaws.com");

    static final List<String> BUCKETS = List.of("lake", "lab");
    static final List<String> KEYS = List.of(
            "data/a",
            "data/a",
            "data/b",
            "data/a/b",
            "Data/a",
            "home/ana/x",
            "home/bo/x",
            "vision/1",
            "a*b",
            "axb",
            "what?",
            "whats",
            "über",
            "t:1",
            "data/",
            "home/${aws:username}/x");

    static final List<String> OBJECT_ACTIONS = List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject");
    static final List<String> BUCKET_ACTIONS = List.of("s3:ListBucket", "s3:GetBucketPolicy", "s3:PutBucketPolicy");
    static final List<String> ROLE_ACTIONS = List.of("sts:AssumeRole", "sts:AssumeRole", "sts:TagSession");
    static final List<String> KEY_ACTIONS = List.of("kms:Decrypt", "kms:GenerateDataKey", "kms:RetireGrant");

    private AwsAlphabet() {}

    /** A user or a role by its path. */
    static String entity(String account, String path) {
        return "arn:aws:iam::" + account + ":" + path;
    }

    static String session(String account, String roleAndSession) {
        return "arn:aws:sts::" + account + ":assumed-role/" + roleAndSession;
    }

    static String federated(String account, String name) {
        return "arn:aws:sts::" + account + ":federated-user/" + name;
    }

    static String root(String account) {
        return "arn:aws:iam::" + account + ":root";
    }

    static String other(String account) {
        return account.equals(HERE) ? THERE : HERE;
    }
}
