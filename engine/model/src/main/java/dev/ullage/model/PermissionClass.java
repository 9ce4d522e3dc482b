package dev.ullage.model;

import java.util.Locale;

/** What a permission lets its holder do, the same words for every provider. */
public enum PermissionClass {
    LIST,
    READ,
    CREATE,
    OVERWRITE,
    DELETE,
    READ_POLICY,
    WRITE_POLICY,
    CONFIGURE,
    IMPERSONATE,
    CREATE_KEY;

    /** The word used in files and reports, such as {@code write-policy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
