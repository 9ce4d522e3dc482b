package dev.ullage.access.aws.policy;

import java.util.Locale;

/** The part that a policy plays. */
enum LayerName {
    IDENTITY,
    PERMISSIONS_BOUNDARY,
    SESSION,
    RESOURCE,
    SERVICE_CONTROL,
    RESOURCE_CONTROL;

    /** Such as {@code service control policy}. */
    String word() {
        var word = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return this == PERMISSIONS_BOUNDARY ? word : word + " policy";
    }
}
