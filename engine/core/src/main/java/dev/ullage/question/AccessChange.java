package dev.ullage.question;

import dev.ullage.analysis.Explanation;
import dev.ullage.model.Answer;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Place;
import java.util.Comparator;
import java.util.List;

/**
 * Access of one principal that is not what it was. {@code before} and {@code after} differ.
 *
 * @param standsFor what a set of principals stands for; empty for a single one
 * @param permissions the native permissions of the class that changed in this way, sorted
 * @param place exactly the names that changed in this way
 * @param because why it is granted, in the snapshot where it is
 * @param missing what would have to be known, one sentence each; empty when both sides are sure
 * @param witness the shortest concrete object or resource of the place
 */
public record AccessChange(
        String principal,
        String standsFor,
        PermissionClass permissionClass,
        List<String> permissions,
        Place place,
        Answer before,
        Answer after,
        List<Explanation> because,
        List<String> missing,
        String witness) {

    /** What is gained for sure first, and what is lost for sure last. */
    static final Comparator<AccessChange> ORDER = Comparator.comparingInt(AccessChange::rank)
            .thenComparing(AccessChange::principal)
            .thenComparing(AccessChange::permissionClass)
            .thenComparing(AccessChange::place)
            .thenComparing(change -> change.permissions().toString());

    public AccessChange {
        permissions = permissions.stream().sorted().distinct().toList();
        because = List.copyOf(because);
        missing = missing.stream().sorted().distinct().toList();
    }

    /** It was not so for sure, and is so for sure. */
    public boolean isGained() {
        return before == Answer.NO && after == Answer.YES;
    }

    /** It was so for sure, and is not for sure. */
    public boolean isLost() {
        return before == Answer.YES && after == Answer.NO;
    }

    /** It may be more than it was. */
    public boolean mayBeGained() {
        return after != Answer.NO && before != Answer.YES;
    }

    private int rank() {
        if (isGained()) {
            return 0;
        }
        if (mayBeGained()) {
            return 1;
        }
        return isLost() ? 3 : 2;
    }
}
