package dev.ullage.collectors.exports.aws;

import dev.ullage.model.Bucket;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The buckets that the input speaks of, each put together from its line in a list, its tags and its location. */
final class Buckets {

    /** Wider than what a new bucket may be called, since the oldest ones have longer names and capitals. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]");

    private final Hierarchy hierarchy;
    private final Map<String, Mention> mentions = new TreeMap<>();
    private final Map<String, String> locations = new HashMap<>();
    private final Map<String, SortedMap<String, String>> labels = new HashMap<>();

    /** Where a bucket was named; a list says more than the name of a folder. */
    private record Mention(boolean inList, @Nullable Instant created, List<String> folders, Source source) {}

    Buckets(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** True for a text that a bucket may be called, and that is not an account id. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches() && !Hierarchy.isAccount(text);
    }

    /** The id of the bucket with this name. */
    static String id(String name) {
        return "s3://" + name;
    }

    /** Takes note of a bucket in a list of an account's buckets; {@code location} is empty where the list leaves it out. */
    void listed(String name, @Nullable Instant created, String location, List<String> folders, Source source) {
        var known = mentions.get(id(name));
        if (known == null || !known.inList) {
            mentions.put(id(name), new Mention(true, created, folders, source));
        }
        if (!location.isEmpty()) {
            locations.putIfAbsent(id(name), location);
        }
    }

    /** Takes note of a bucket that a file is about. */
    void named(String id, List<String> folders, Source source) {
        mentions.putIfAbsent(id, new Mention(false, null, folders, source));
    }

    /** True when a list has a bucket of this name. */
    boolean isListed(String name) {
        var mention = mentions.get(id(name));
        return mention != null && mention.inList;
    }

    /** Takes note of where a bucket's data lie. */
    void located(String id, String location) {
        locations.put(id, location);
    }

    /** Takes note of a bucket's tags. */
    void labelled(String id, SortedMap<String, String> tags) {
        labels.put(id, tags);
    }

    /** The regions in which an account has buckets, as far as these are known. */
    Set<String> regionsOf(String account) {
        var regions = new TreeSet<String>();
        mentions.forEach((id, mention) -> {
            var region = locations.get(id);
            if (region != null && account.equals(hierarchy.accountOf(mention.folders))) {
                regions.add(region);
            }
        });
        return regions;
    }

    /** Gives every bucket once. */
    void conclude(Consumer<Fact> facts) {
        mentions.forEach((id, mention) -> {
            var account = hierarchy.accountOf(mention.folders);
            if (account == null) {
                facts.accept(new Coverage(
                        Topic.BUCKETS,
                        id,
                        CoverageStatus.PARTIAL,
                        "nothing says which account owns the bucket; put the file into a folder named after its 12-digit"
                                + " account",
                        mention.source));
            }
            facts.accept(new Bucket(
                    Provider.AWS,
                    id,
                    account == null ? "" : account,
                    locations.getOrDefault(id, ""),
                    mention.created,
                    labels.getOrDefault(id, new TreeMap<>()),
                    mention.source));
        });
    }
}
