package dev.ullage.question;

import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Place;
import java.util.Comparator;
import java.util.List;

/**
 * One answer to who can do what: a principal, a class of permission and a place.
 *
 * @param principal whom it is granted to; a set of principals is itself
 * @param standsFor what a set stands for, such as {@code everybody}; empty for a single principal
 * @param permissions the native permissions of the class that reach the place, sorted
 * @param granted {@code YES}, or {@code UNKNOWN} where it hangs on what is missing
 * @param path how the one who is asked about comes to act as the principal; empty when it is that principal
 * @param because why, at least one
 * @param missing what would have to be known, one sentence each; empty when it is sure
 * @param witness the shortest concrete object or resource, such as {@code gs://acme-models/x}
 */
public record AccessRow(
        String principal,
        String standsFor,
        PermissionClass permissionClass,
        List<String> permissions,
        Place place,
        Answer granted,
        List<Step> path,
        List<Explanation> because,
        List<String> missing,
        String witness) {

    /** By principal, then what is sure, then place. */
    static final Comparator<AccessRow> ORDER = Comparator.comparing(
                    (AccessRow row) -> row.path().size())
            .thenComparing(AccessRow::principal)
            .thenComparing(row -> row.path().toString())
            .thenComparing(AccessRow::permissionClass)
            .thenComparing(AccessRow::place)
            .thenComparing(AccessRow::granted)
            .thenComparing(row -> row.permissions().toString());

    public AccessRow {
        permissions = permissions.stream().sorted().distinct().toList();
        path = List.copyOf(path);
        because = List.copyOf(because);
        missing = missing.stream().sorted().distinct().toList();
    }
}
