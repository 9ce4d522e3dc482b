package dev.ullage.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.rule.Judgement;
import dev.ullage.rule.Subject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a condition says: to know less can make its answer unknown, and can never make it the other answer. */
class MissingFactLawTest {

    private static final List<String> ATOMS = List.of(
            "bucket.versioned",
            "bucket.declared",
            "bucket.lifecycle_rules == 0",
            "bucket.lifecycle_rules > 1",
            "bucket.location in ['EU', 'US']",
            "bucket.id != bucket.location",
            "'serve' in bucket.read_by",
            "bucket.read_by.exists(k, k == 'train' || bucket.versioned)",
            "bucket.read_by.all(k, k == 'train' && bucket.declared)",
            "bucket.read_by.exists_one(k, k == bucket.location)",
            "bucket.read_by == []",
            "bucket.labels.says('team', 'fraud')",
            "bucket.created < timestamp('2026-06-01T00:00:00Z')",
            "true",
            "false");

    private static final SortedMap<String, List<String>> VALUES = new TreeMap<>(Map.of(
            "versioned", List.of("true", "false"),
            "declared", List.of("true", "false"),
            "lifecycle_rules", List.of("0", "1", "2"),
            "location", List.of("EU", "train", "serve"),
            "id", List.of("EU", "gs://b"),
            "read_by", List.of("[]", "[train]", "[serve, train]"),
            "labels", List.of("{}", "{team: fraud}", "{Team: risk}"),
            "created", List.of("2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z")));

    @Property(tries = 500)
    void a_fact_taken_away_never_turns_an_answer_round(@ForAll long seed) {
        var random = new Random(seed);
        var condition = condition(random, 4);
        var facts = facts(random);
        var rule = Asking.COMPILER.compile(Asking.rule(Subject.BUCKET, condition));
        var knowingAll = rule.judge(Asking.facts(Subject.BUCKET, written(facts)));

        for (var field : facts.keySet()) {
            var fewer = new TreeMap<>(facts);
            fewer.remove(field);

            var knowingLess = rule.judge(Asking.facts(Subject.BUCKET, written(fewer)));

            if (!(knowingLess instanceof Judgement.Unknown)) {
                assertThat(knowingLess)
                        .as("%s without %s of %s", condition, field, facts)
                        .isEqualTo(knowingAll);
            }
        }
    }

    private static String condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return ATOMS.get(random.nextInt(ATOMS.size()));
        }
        var a = condition(random, depth - 1);
        var b = condition(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> "!(" + a + ")";
            case 1 -> "((" + a + ") ? (" + b + ") : (" + condition(random, depth - 1) + "))";
            case 2 -> "((" + a + ") || (" + b + "))";
            default -> "((" + a + ") && (" + b + "))";
        };
    }

    private static SortedMap<String, String> facts(Random random) {
        var facts = new TreeMap<String, String>();
        VALUES.forEach((field, values) -> {
            if (random.nextInt(5) > 0) {
                facts.put(field, values.get(random.nextInt(values.size())));
            }
        });
        return facts;
    }

    private static String written(SortedMap<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining(", ", "bucket: {", "}"));
    }
}
