package dev.ullage.rule;

import java.util.Locale;

/** What a rule is asked of, one at a time. */
public enum Subject {
    BUCKET,
    /** A binding, statement or ACL entry as the provider holds it. */
    GRANT,
    /** A line of an access-control list. */
    ACL,
    CREDENTIAL,
    PRINCIPAL,
    /** A trust in an external identity provider, or of a role in others. */
    TRUST,
    /** A row of the ledger. */
    ROW;

    /** The word used in rule files, which is also the name of the CEL variable. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
