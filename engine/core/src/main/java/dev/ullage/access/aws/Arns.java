package dev.ullage.access.aws;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parts of Amazon Resource Names.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
public final class Arns {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern OTHER_PARTITION = Pattern.compile("^arn:aws-[a-z-]+:");
    private static final Pattern SESSION = Pattern.compile("arn:[a-z-]+:sts::(\\d{12}):assumed-role/([^/]+)/.*");
    private static final Pattern ROLE = Pattern.compile("arn:[a-z-]+:iam::(\\d{12}):role/(?:.*/)?([^/]+)");

    private Arns() {}

    /** The account of an ARN or a bare account id; empty when it has none, as the ARNs of buckets. */
    public static Optional<String> account(String arn) {
        var parts = arn.split(":", 6);
        var candidate = parts.length == 6 && parts[0].equals("arn") ? parts[4] : arn;
        return ACCOUNT.matcher(candidate).matches() ? Optional.of(candidate) : Optional.empty();
    }

    /** The region of an ARN; empty when it has none. */
    static String region(String arn) {
        var parts = arn.split(":", 6);
        return parts.length == 6 ? parts[3] : "";
    }

    /** True for a whole account: its root ARN, or the bare 12 digits. */
    public static boolean isAccount(String principal) {
        return ACCOUNT.matcher(principal).matches()
                || (principal.endsWith(":root") && account(principal).isPresent());
    }

    /** The root ARN that stands for a whole account. */
    public static String root(String account) {
        return account(account).map(id -> "arn:aws:iam::" + id + ":root").orElse(account);
    }

    /** True for a role's ARN. */
    public static boolean isRole(String arn) {
        return ROLE.matcher(arn).matches();
    }

    /** True for a role that AWS itself made for one of its services; control policies leave these alone. */
    static boolean isServiceLinked(String arn) {
        return arn.contains(":role/aws-service-role/");
    }

    /** True for an identity provider, which is in an account and not of it. */
    private static boolean isProvider(String arn) {
        return arn.contains(":oidc-provider/") || arn.contains(":saml-provider/");
    }

    /** True for a user, role, session or root of some account. */
    static boolean isOfSomeAccount(String principal) {
        return account(principal).isPresent() && !isProvider(principal);
    }

    /** True for a user, role or session of the account. */
    static boolean isOfAccount(String principal, String account) {
        return isOfSomeAccount(principal) && account(principal).equals(account(account));
    }

    /** True when the first is the ARN of a session of the second, a role; a session's ARN leaves the role's path out. */
    public static boolean isSessionOf(String session, String role) {
        var left = SESSION.matcher(session);
        var right = ROLE.matcher(role);
        return left.matches()
                && right.matches()
                && left.group(1).equals(right.group(1))
                && left.group(2).equals(right.group(2));
    }

    /** {@code 111122223333 trainer} for a role of any path; empty for anything else. */
    public static Optional<String> accountAndNameOfRole(String arn) {
        var role = ROLE.matcher(arn);
        return role.matches() ? Optional.of(role.group(1) + " " + role.group(2)) : Optional.empty();
    }

    /** The same for a session of a role. */
    static Optional<String> accountAndNameOfSession(String arn) {
        var session = SESSION.matcher(arn);
        return session.matches() ? Optional.of(session.group(1) + " " + session.group(2)) : Optional.empty();
    }

    /** {@code arn:aws:s3:::name} for {@code s3://name}. */
    static String ofBucket(String bucket) {
        return "arn:aws:s3:::" + bucket.substring("s3://".length());
    }

    /** The same ARN or pattern in the partition {@code aws}: names are compared within one partition only. */
    public static String inOnePartition(String arn) {
        return OTHER_PARTITION.matcher(arn).replaceFirst("arn:aws:");
    }
}
