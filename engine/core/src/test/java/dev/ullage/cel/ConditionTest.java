package dev.ullage.cel;

import static dev.ullage.cel.Asking.askBucket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.rule.Judgement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What conditions can say. The wrappers around lists and labels rest on how CEL treats its own values: a new CEL may not. */
class ConditionTest {

    private static final String BUCKET =
            "id: gs://acme, created: 2026-01-01T00:00:00Z, lifecycle_rules: 2, versioned: true, tls_only: false,"
                    + " exempted_members: ['user:a', 'user:b'], read_by: [serve], written_by: [], labels: {team: fraud}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'user:a' in bucket.exempted_members",
                "!('user:c' in bucket.exempted_members)",
                "bucket.exempted_members.exists(m, m == 'user:b')",
                "bucket.exempted_members.all(m, m.startsWith('user:'))",
                "bucket.exempted_members.exists_one(m, m.endsWith('a'))",
                "bucket.exempted_members == ['user:a', 'user:b']",
                "bucket.exempted_members != ['user:b', 'user:a']",
                "bucket.exempted_members.size() == 2",
                "size(bucket.exempted_members) > 1",
                "bucket.written_by == []",
                "bucket.written_by.size() == 0",
                "bucket.read_by.exists(kind, kind in ['serve', 'train'])",
                "bucket.exempted_members.all(a, bucket.exempted_members.exists(b, a == b))",
                "'team' in bucket.labels",
                "!('Team' in bucket.labels)",
                "bucket.labels.exists(name, name == 'team')",
                "bucket.labels.size() == 1",
                "bucket.labels.says('TEAM', 'Fraud')",
                "bucket.id == 'gs://acme'",
                "bucket.id.size() == 9",
                "bucket.id.contains('acme') && bucket.id.matches('^gs://[a-z]+$')",
                "bucket.id in ['gs://acme', 's3://acme']",
                "bucket.lifecycle_rules + 1 == 3 && bucket.lifecycle_rules - 1 >= 1",
                "bucket.created < timestamp('2026-01-02T00:00:00Z')",
                "timestamp('2026-01-31T00:00:00Z') - bucket.created == days(30)",
                "bucket.created + days(1) == timestamp('2026-01-02T00:00:00Z')",
                "days(1) == duration('24h') && days(1) - duration('1h') < duration('23h30m')",
                "bucket.versioned ? !bucket.tls_only : bucket.tls_only",
            })
    void is_true_of_the_bucket(String condition) {
        assertThat(askBucket(condition, BUCKET)).isInstanceOf(Judgement.Fails.class);
    }
}
