package dev.ullage.simulation.aws;

import java.util.List;

/** A context key, the values that a request may have for it, and the operators that go with them. */
enum AwsContextKey {
    USERNAME("aws:username", Kind.STRING, "ana", "bo", "kim", "Ana"),
    TEAM("aws:PrincipalTag/team", Kind.STRING, "vision", "nlp", "data"),
    ORGANISATION("aws:PrincipalOrgID", Kind.STRING, "o-1", "o-2"),
    REGION("aws:RequestedRegion", Kind.STRING, "eu-west-1", "us-east-1"),
    PREFIX("s3:prefix", Kind.STRING, "", "home/", "home/ana/", "home/bo/x", "a*b", "über"),
    TAG_KEYS("aws:TagKeys", Kind.STRINGS, "env", "team", "cost", "Env"),
    SERVICE_NAMES("aws:PrincipalServiceNamesList", Kind.STRINGS, "a.amazonaws.com", "b.amazonaws.com"),
    MFA("aws:MultiFactorAuthPresent", Kind.BOOLEAN, "true", "false"),
    TLS("aws:SecureTransport", Kind.BOOLEAN, "true", "false"),
    MFA_AGE("aws:MultiFactorAuthAge", Kind.NUMBER, "0", "5", "10", "10.0", "-1", "3600"),
    MAX_KEYS("s3:max-keys", Kind.NUMBER, "1", "10", "100"),
    TIME(
            "aws:CurrentTime",
            Kind.DATE,
            "2024-01-01T00:00:00Z",
            "2024-01-01",
            "2024-06-30T12:00:00+02:00",
            "1719741600",
            "2024-06"),
    ISSUED("aws:TokenIssueTime", Kind.DATE, "2024-01-01T00:00:00Z", "2024-06-30T10:00:00Z"),
    ADDRESS(
            "aws:SourceIp",
            Kind.ADDRESS,
            "203.0.113.7",
            "203.0.113.200",
            "198.51.100.1",
            "2001:db8::7",
            "2001:DB8:0::8"),
    SOURCE(
            "aws:SourceArn",
            Kind.ARN,
            "arn:aws:sns:eu-west-1:111122223333:news",
            "arn:aws:sns:eu-west-1:444455556666:news",
            "arn:aws:logs:eu-west-1:111122223333:group:g:x",
            "arn:aws:s3:::lake"),
    PRINCIPAL(
            "aws:PrincipalArn",
            Kind.ARN,
            "arn:aws:iam::111122223333:user/ana",
            "arn:aws:iam::111122223333:role/trainer",
            "arn:aws:iam::444455556666:user/ml/bo"),
    TOKEN("app:token", Kind.BINARY, "QUJD", "QUJDRA==", "AAEC");

    enum Kind {
        STRING(
                "StringEquals",
                "StringNotEquals",
                "StringEqualsIgnoreCase",
                "StringNotEqualsIgnoreCase",
                "StringLike",
                "StringNotLike"),
        STRINGS(
                "ForAllValues:StringEquals",
                "ForAnyValue:StringEquals",
                "ForAllValues:StringLike",
                "ForAnyValue:StringLike",
                "ForAllValues:StringNotEquals",
                "ForAnyValue:StringNotEquals",
                "ForAllValues:StringEqualsIgnoreCase",
                "ForAnyValue:StringNotLike",
                "StringEquals"),
        BOOLEAN("Bool"),
        NUMBER(
                "NumericEquals",
                "NumericNotEquals",
                "NumericLessThan",
                "NumericLessThanEquals",
                "NumericGreaterThan",
                "NumericGreaterThanEquals"),
        DATE(
                "DateEquals",
                "DateNotEquals",
                "DateLessThan",
                "DateLessThanEquals",
                "DateGreaterThan",
                "DateGreaterThanEquals"),
        ADDRESS("IpAddress", "NotIpAddress"),
        ARN("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"),
        BINARY("BinaryEquals");

        private final List<String> operators;

        Kind(String... operators) {
            this.operators = List.of(operators);
        }

        List<String> operators() {
            return operators;
        }
    }

    private static final List<AwsContextKey> ALL = List.of(values());

    private final String key;
    private final Kind kind;
    private final List<String> values;

    AwsContextKey(String key, Kind kind, String... values) {
        this.key = key;
        this.kind = kind;
        this.values = List.of(values);
    }

    static List<AwsContextKey> all() {
        return ALL;
    }

    String key() {
        return key;
    }

    Kind kind() {
        return kind;
    }

    List<String> possibleValues() {
        return values;
    }
}
