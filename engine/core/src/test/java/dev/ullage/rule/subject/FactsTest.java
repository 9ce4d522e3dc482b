package dev.ullage.rule.subject;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Answer;
import dev.ullage.model.CredentialKind;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import dev.ullage.rule.Subject;
import dev.ullage.yaml.YamlFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    @Test
    void an_answer_is_true_false_or_absent() {
        assertThat(credential("active", Answer.YES)).isEqualTo(true);
        assertThat(credential("active", Answer.NO)).isEqualTo(false);
        assertThat(credential("active", Answer.UNKNOWN)).isNull();
    }

    @Test
    void a_word_is_written_as_in_rules() {
        assertThat(credential("kind", Answer.YES)).isEqualTo("access-key");
    }

    @Test
    void a_time_that_was_not_read_is_absent() {
        assertThat(credential("last_used", Answer.YES)).isNull();
    }

    @Test
    void a_list_of_words_is_written_as_in_rules() {
        var grant = new GrantView(
                Provider.AWS,
                GrantKind.IDENTITY_POLICY,
                "Policy",
                "*",
                GrantLevel.ACCOUNT,
                List.of(PermissionClass.WRITE_POLICY),
                List.of("s3:PutBucketPolicy"),
                Answer.YES,
                false,
                false,
                false,
                true,
                false,
                Answer.YES);

        assertThat(Variable.GRANT.fields().get("classes").of(grant)).isEqualTo(List.of("write-policy"));
    }

    @Test
    void an_example_knows_what_it_gives_and_nothing_else() {
        var facts =
                given("{bucket: {versioned: false, labels: {team: fraud}, read_by: []}, as_of: 2026-11-20T02:00:00Z}");

        assertThat(value(facts, "versioned")).isEqualTo(false);
        assertThat(value(facts, "labels")).isEqualTo(Map.of("team", "fraud"));
        assertThat(value(facts, "read_by")).isEqualTo(List.of());
        assertThat(value(facts, "written_by")).isNull();
        assertThat(value(facts, "declared")).isNull();
        assertThat(facts.asOf()).isEqualTo(NOW);
    }

    @Test
    void an_example_that_gives_nothing_of_a_variable_does_not_have_it() {
        assertThat(given("{as_of: 2026-11-20T02:00:00Z}").has(Variable.BUCKET)).isFalse();
    }

    @Test
    void an_example_is_told_what_is_wrong_with_it() {
        var file = YamlFile.of(
                "cases.yaml",
                "{bucket: {versoned: no, provider: azure, read_by: [trian], labels: 1, id: [a]}, credential: {}}"
                        .getBytes(UTF_8));

        new FactsReader(Subject.BUCKET).read(file.fields());

        assertThat(file.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "cases.yaml:1:11: unknown key `versoned`; did you mean `versioned`?",
                        "cases.yaml:1:35: `provider` is never `azure`; known: `aws`, `gcp`",
                        "cases.yaml:1:51: `read_by` is never `trian`; did you mean `train`?",
                        "cases.yaml:1:68: `labels` has no keys; write `labels: {name: value}`",
                        "cases.yaml:1:75: `id` is not a text; write a single value",
                        "cases.yaml:1:81: unknown key `credential`; known: `bucket`, `as_of`");
    }

    private static @Nullable Object credential(String field, Answer active) {
        var credential = new CredentialView(
                Provider.AWS, CredentialKind.ACCESS_KEY, "AKIA1", NOW, active, true, Answer.UNKNOWN, null);
        return Variable.CREDENTIAL.fields().get(field).of(credential);
    }

    private static @Nullable Object value(Facts facts, String field) {
        return facts.value(Variable.BUCKET, Variable.BUCKET.fields().get(field));
    }

    private static Facts given(String yaml) {
        return new FactsReader(Subject.BUCKET)
                .read(YamlFile.of("cases.yaml", yaml.getBytes(UTF_8)).fields());
    }
}
