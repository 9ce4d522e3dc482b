package dev.ullage.access;

import java.util.Locale;
import java.util.Set;

/** The one spelling in which ids of the same principal are equal. */
public final class CanonicalId {

    /** Kinds of GCP member that name a mail address or domain, whose case carries no meaning to Google. */
    private static final Set<String> MAIL_KINDS = Set.of("user:", "serviceAccount:", "group:", "domain:");

    private CanonicalId() {}

    /** The id with its mail address in lower case; any other id as it stands. */
    public static String of(String id) {
        int rest = id.indexOf(':') + 1;
        return MAIL_KINDS.contains(id.substring(0, rest))
                ? id.substring(0, rest) + id.substring(rest).toLowerCase(Locale.ROOT)
                : id;
    }
}
