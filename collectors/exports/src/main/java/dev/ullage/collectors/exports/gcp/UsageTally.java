package dev.ullage.collectors.exports.gcp;

import dev.ullage.model.Fact;
import dev.ullage.model.Outcome;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Usage;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests by principal, permission, bucket, folder and outcome. A folder is at most three levels deep; where one
 * principal with one permission touched more than ten thousand folders of a bucket they are counted by their first
 * level, and where that is not enough, by the bucket. What is counted does not depend on the order of the requests.
 */
final class UsageTally {

    private static final int LEVELS = 3;
    private static final int FOLDERS = 10_000;
    private static final int ROWS = 400_000;

    /** Who did what to which bucket. */
    private record Key(String principal, String permission, String bucket) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::principal)
                .thenComparing(Key::permission)
                .thenComparing(Key::bucket);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** A folder and how the requests for it ended. */
    private record Row(String prefix, Outcome outcome) implements Comparable<Row> {

        private static final Comparator<Row> ORDER =
                Comparator.comparing(Row::prefix).thenComparing(Row::outcome);

        @Override
        public int compareTo(Row other) {
            return ORDER.compare(this, other);
        }
    }

    /** How many requests, when the first and the last, and where the first of the input stands. */
    private record Count(long requests, Instant first, Instant last, Source source) {

        Count plus(Count other) {
            return new Count(
                    requests + other.requests,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last,
                    source);
        }
    }

    /** The rows of one key, and how deep their folders still are. */
    private static final class Rows {
        private final Map<Row, Count> counts = new HashMap<>();
        private int levels = LEVELS;
    }

    private final Map<Key, Rows> rows = new HashMap<>();
    private final int folders;
    private final int limit;
    private int size;
    private @Nullable Source leftOut;

    UsageTally() {
        this(FOLDERS, ROWS);
    }

    UsageTally(int folders, int limit) {
        this.folders = folders;
        this.limit = limit;
    }

    /** Counts one request for an object, or for the bucket when the object's name is empty. */
    void add(
            String principal,
            String permission,
            String bucket,
            String object,
            Outcome outcome,
            Instant when,
            Source source) {
        var key = new Key(principal, permission, bucket);
        var own = rows.getOrDefault(key, new Rows());
        var row = new Row(prefix(object, own.levels), outcome);
        int before = own.counts.size();
        if (size >= limit && !own.counts.containsKey(row)) {
            leftOut = leftOut == null ? source : leftOut;
            return;
        }
        rows.putIfAbsent(key, own);
        own.counts.merge(row, new Count(1, when, when, source), Count::plus);
        while (own.counts.size() > folders && own.levels > 0) {
            coarsen(own);
        }
        size += own.counts.size() - before;
    }

    /** The first request that was not counted because there were too many different ones; null when all were. */
    @Nullable
    Source leftOut() {
        return leftOut;
    }

    /** Gives what was counted, sorted. */
    void finish(Consumer<Fact> facts) {
        new TreeMap<>(rows)
                .forEach((key, own) -> new TreeMap<>(own.counts)
                        .forEach((row, count) -> facts.accept(new Usage(
                                Provider.GCP,
                                key.principal(),
                                key.permission(),
                                key.bucket(),
                                row.prefix(),
                                row.outcome(),
                                count.requests(),
                                count.first(),
                                count.last(),
                                count.source()))));
    }

    /** Goes through the rows in order, so that the same requests always give the same source. */
    private static void coarsen(Rows own) {
        own.levels = own.levels == LEVELS ? 1 : 0;
        var fine = new TreeMap<>(own.counts);
        own.counts.clear();
        fine.forEach((row, count) ->
                own.counts.merge(new Row(prefix(row.prefix(), own.levels), row.outcome()), count, Count::plus));
    }

    /** The object's folder up to so many levels, with its slash: {@code a/b/c/d} is in {@code a/b/c/}, or {@code a/}. */
    private static String prefix(String object, int levels) {
        int end = 0;
        for (int level = 0; level < levels; level++) {
            int slash = object.indexOf('/', end);
            if (slash < 0) {
                break;
            }
            end = slash + 1;
        }
        return object.substring(0, end);
    }
}
