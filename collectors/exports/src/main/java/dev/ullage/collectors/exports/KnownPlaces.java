package dev.ullage.collectors.exports;

import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The buckets and accounts of the input, to tell from the path of a broken file which of them it spoke of. Narrowing is
 * the exception: a folder may bear a bucket's name because it was copied from there, so the name counts only for a kind
 * of file that speaks of one bucket, and otherwise only a 12-digit account is taken at its word.
 */
final class KnownPlaces {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Set<Topic> OF_ONE_BUCKET =
            EnumSet.of(Topic.BUCKET_POLICIES, Topic.BUCKET_SETTINGS, Topic.BUCKET_ACLS, Topic.OBJECT_ACLS);

    private final Map<String, Set<String>> buckets = new HashMap<>();
    private final Set<String> accounts = new HashSet<>();

    KnownPlaces(Iterable<Fact> facts) {
        for (var fact : facts) {
            if (fact instanceof Bucket bucket) {
                var name = bucket.id().substring(bucket.id().indexOf("//") + 2);
                buckets.computeIfAbsent(name, key -> new HashSet<>()).add(bucket.id());
            } else if (fact instanceof Container container
                    && ACCOUNT.matcher(container.id()).matches()) {
                accounts.add(container.id());
            }
        }
    }

    /** The coverage scope for a file that could not be read to its end; {@code *} when nothing smaller is certain. */
    String scope(List<String> folders, Collection<Topic> topics) {
        var scope = "*";
        for (var folder : folders) {
            var named = buckets.getOrDefault(folder, Set.of());
            if (OF_ONE_BUCKET.containsAll(topics) && named.size() == 1) {
                return named.iterator().next();
            }
            if (accounts.contains(folder)) {
                scope = folder;
            }
        }
        return scope;
    }
}
