package dev.ullage.access.aws;

import dev.ullage.access.NameSet;

/**
 * Where a grant of S3 Access Grants reaches: below a prefix, or one object.
 *
 * @param text {@code s3://bucket/prefix*}, or without the star for one object
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-grant.html">Scope of a grant</a>
 */
record AccessGrantScope(String text) {

    private static final String SCHEME = "s3://";

    /** The names of a bucket's objects that are in it. */
    NameSet namesIn(String bucket) {
        var rest = text.substring(Math.min(SCHEME.length(), text.length()));
        var lead = bucket.substring(SCHEME.length()) + "/";
        if (!rest.endsWith("*")) {
            return rest.length() > lead.length() && rest.startsWith(lead)
                    ? NameSet.of(rest.substring(lead.length()))
                    : NameSet.none();
        }
        var prefix = rest.substring(0, rest.length() - 1);
        if (lead.startsWith(prefix)) {
            return NameSet.all();
        }
        return prefix.startsWith(lead) ? NameSet.prefix(prefix.substring(lead.length())) : NameSet.none();
    }
}
