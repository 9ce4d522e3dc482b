package dev.ullage.model;

import java.util.List;

/**
 * A set of things that can be touched: a resource itself, or a set of object names in a bucket. The set of names is the
 * union of {@code within} less the union of {@code except}, as far as all of {@code where} holds of them.
 *
 * @param resource {@link Bucket#id}, or a principal's id for impersonation and key creation
 * @param within globs of object names, sorted: {@code *} stands for any characters, slashes included, {@code ?} for one,
 *     and a backslash makes the next character literal; empty when the resource itself is meant and not its objects
 * @param except globs that are taken away, sorted
 * @param where what is asked of the names besides and no glob can say, in the words of the provider's conditions, sorted
 */
public record Place(String resource, List<String> within, List<String> except, List<String> where)
        implements Comparable<Place> {

    public Place {
        within = within.stream().sorted().distinct().toList();
        except = except.stream().sorted().distinct().toList();
        where = where.stream().sorted().distinct().toList();
    }

    /** Object names that globs can say. */
    public Place(String resource, List<String> within, List<String> except) {
        this(resource, within, except, List.of());
    }

    /** The resource itself: a bucket, not its objects. */
    public static Place itself(String resource) {
        return new Place(resource, List.of(), List.of());
    }

    /** Every object of a bucket. */
    public static Place allObjects(String bucket) {
        return new Place(bucket, List.of("*"), List.of());
    }

    /** True when this is a set of object names. */
    public boolean isObjects() {
        return !within.isEmpty();
    }

    @Override
    public int compareTo(Place other) {
        return toString().compareTo(other.toString());
    }

    /** As a person would write it: {@code gs://b/data/*}, {@code gs://b/* except tmp/*}, {@code gs://b}. */
    @Override
    public String toString() {
        if (within.isEmpty()) {
            return resource;
        }
        var names = within.size() == 1 ? within.get(0) : "{" + String.join(", ", within) + "}";
        var rest = except.isEmpty() ? "" : " except " + String.join(", ", except);
        var conditions = where.isEmpty() ? "" : " where " + String.join(" && ", where);
        return resource + "/" + names + rest + conditions;
    }
}
