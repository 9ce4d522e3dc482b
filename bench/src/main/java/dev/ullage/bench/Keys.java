package dev.ullage.bench;

import dev.ullage.access.FactIndex;
import dev.ullage.model.PolicyDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Names of objects that the policies of an account speak of, so that requests are not all denied at the first look. */
final class Keys {

    private static final String BUCKETS = "arn:aws:s3:::";
    private static final String FILE = "part-00001.parquet";

    private final Map<String, TreeSet<String>> byBucket = new HashMap<>();

    Keys(FactIndex facts) {
        for (var document : facts.all(PolicyDocument.class)) {
            for (var statement : document.statements()) {
                statement.resources().forEach(this::add);
            }
        }
    }

    private void add(String arn) {
        int slash = arn.indexOf('/');
        if (arn.startsWith(BUCKETS) && slash > 0 && arn.endsWith("/*") && !arn.contains("$")) {
            var folder = arn.substring(slash + 1, arn.length() - 1);
            byBucket.computeIfAbsent(arn.substring(BUCKETS.length(), slash), bucket -> new TreeSet<>())
                    .add(folder.contains("*") ? FILE : folder + FILE);
        }
    }

    /** Some names of objects of a bucket, at least one, sorted. */
    List<String> of(Account.Store store) {
        var names = byBucket.get(store.name());
        return names == null ? List.of(FILE) : List.copyOf(names);
    }
}
