package dev.ullage.question;

import dev.ullage.access.FactIndex;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares what two snapshots have read. */
final class CoverageComparison {

    private record Read(Topic topic, String scope) implements Comparable<Read> {
        @Override
        public int compareTo(Read other) {
            return Comparator.comparing(Read::topic).thenComparing(Read::scope).compare(this, other);
        }
    }

    private final FactIndex before;
    private final FactIndex after;

    CoverageComparison(FactIndex before, FactIndex after) {
        this.before = before;
        this.after = after;
    }

    List<CoverageChange> changes() {
        var first = worst(before);
        var later = worst(after);
        var all = new TreeMap<>(first);
        all.putAll(later);
        var changes = new ArrayList<CoverageChange>();
        for (var read : all.keySet()) {
            var was = first.get(read);
            var is = later.get(read);
            if (status(was) != status(is) && !wentWithItsScope(read, was == null ? before : after, was, is)) {
                changes.add(new CoverageChange(read.topic(), read.scope(), status(was), status(is), reason(was, is)));
            }
        }
        return changes;
    }

    private static @Nullable CoverageStatus status(@Nullable Coverage coverage) {
        return coverage == null ? null : coverage.status();
    }

    private static String reason(@Nullable Coverage was, @Nullable Coverage is) {
        return is != null && !is.reason().isEmpty() ? is.reason() : was == null ? "" : was.reason();
    }

    /** A bucket that was made or deleted in between has facts in one snapshot only, and nothing is missing. */
    private static boolean wentWithItsScope(
            Read read, FactIndex without, @Nullable Coverage was, @Nullable Coverage is) {
        var scope = read.scope();
        boolean isBucket = scope.startsWith("gs://") || scope.startsWith("s3://");
        return (was == null || is == null) && isBucket && without.bucket(scope).isEmpty();
    }

    private static Map<Read, Coverage> worst(FactIndex facts) {
        var worst = new TreeMap<Read, Coverage>();
        for (var coverage : facts.all(Coverage.class)) {
            worst.merge(
                    new Read(coverage.topic(), coverage.scope()),
                    coverage,
                    (one, other) -> one.status().compareTo(other.status()) >= 0 ? one : other);
        }
        return worst;
    }
}
