package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.MalformedRecordException;
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

/**
 * Counts requests by caller, permission, bucket, outcome and prefix. A prefix is the object's folder, three levels deep
 * at most. Where a bucket would get more than ten thousand of them for the rest being equal, the first level has to do, and
 * then the whole bucket: this bounds the memory, and the result does not depend on the order of events.
 */
final class UsageTally {

    private static final int MOST_PREFIXES = 10_000;
    private static final int DEEPEST = 3;

    private final Backlog backlog;
    private final Map<Subject, Counts> bySubject = new HashMap<>();

    UsageTally(Backlog backlog) {
        this.backlog = backlog;
    }

    private record Subject(Caller caller, String permission, String bucket, Outcome outcome)
            implements Comparable<Subject> {

        private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::caller)
                .thenComparing(Subject::permission)
                .thenComparing(Subject::bucket)
                .thenComparing(Subject::outcome);

        /** The same with the caller's ARN, where a file of the caller's own account tells it. */
        Subject named(Identities identities) {
            var arn = identities.arn(caller.uniqueId());
            return new Subject(new Caller(arn == null ? caller.principal() : arn, ""), permission, bucket, outcome);
        }

        Usage usage(String prefix, Count count) {
            return new Usage(
                    Provider.AWS,
                    caller.principal(),
                    permission,
                    bucket,
                    prefix,
                    outcome,
                    count.number,
                    count.first,
                    count.last,
                    count.source);
        }

        @Override
        public int compareTo(Subject other) {
            return ORDER.compare(this, other);
        }
    }

    /** Requests with one prefix. */
    private record Count(long number, Instant first, Instant last, Source source) {

        Count plus(Count other) {
            return new Count(
                    number + other.number,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last,
                    source.compareTo(other.source) <= 0 ? source : other.source);
        }
    }

    /** Counts by prefix, which become coarser when there are too many. */
    private static final class Counts {

        private int levels = DEEPEST;
        private Map<String, Count> byPrefix = new HashMap<>();

        void add(String key, Count count) {
            byPrefix.merge(prefix(key, levels), count, Count::plus);
            while (byPrefix.size() > MOST_PREFIXES) {
                levels = levels == DEEPEST ? 1 : 0;
                var coarser = new HashMap<String, Count>();
                byPrefix.forEach((prefix, known) -> coarser.merge(prefix(prefix, levels), known, Count::plus));
                byPrefix = coarser;
            }
        }
    }

    /** Counts one request; {@code key} is an object name or a prefix of names, empty for the bucket itself. */
    void add(Caller caller, String permission, String bucket, String key, Outcome outcome, Instant when, Source source)
            throws MalformedRecordException {
        var subject = new Subject(caller, permission, bucket, outcome);
        if (!bySubject.containsKey(subject)) {
            backlog.hold(subject.toString().length());
        }
        var counts = counts(bySubject, subject);
        var prefix = prefix(key, counts.levels);
        if (!counts.byPrefix.containsKey(prefix)) {
            backlog.hold(prefix.length() + source.at().length());
        }
        counts.add(prefix, new Count(1, when, when, source));
    }

    private static Counts counts(Map<Subject, Counts> bySubject, Subject subject) {
        return bySubject.computeIfAbsent(subject, key -> new Counts());
    }

    /** The first folders of a name, with their slash. */
    static String prefix(String key, int levels) {
        int end = 0;
        for (int level = 0; level < levels; level++) {
            var slash = key.indexOf('/', end);
            if (slash < 0) {
                break;
            }
            end = slash + 1;
        }
        return key.substring(0, end);
    }

    /** Gives one fact for each line of the tally, sorted. */
    void conclude(Identities identities, Consumer<Fact> facts) {
        var named = new TreeMap<Subject, Counts>();
        bySubject.forEach((subject, counts) -> {
            var target = counts(named, subject.named(identities));
            counts.byPrefix.forEach(target::add);
        });
        named.forEach((subject, counts) ->
                new TreeMap<>(counts.byPrefix).forEach((prefix, count) -> facts.accept(subject.usage(prefix, count))));
    }
}
