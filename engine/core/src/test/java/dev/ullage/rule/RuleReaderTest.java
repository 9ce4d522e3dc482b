package dev.ullage.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import dev.ullage.rule.RuleCheck.Objection;
import dev.ullage.rule.RuleCheck.Part;
import dev.ullage.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleReaderTest {

    private static final RuleCheck NO_OBJECTIONS = rule -> List.of();
    private static final String PLACE = "rules/catalog/stale-credentials/key-too-old/rule.yaml";

    @TempDir
    Path root;

    @Test
    void a_rule_is_what_its_file_says() throws IOException {
        var files = new RuleFolder(root).withRule("key-too-old").files();

        var rule =
                new RuleReader(NO_OBJECTIONS).readCatalog(files).orElseThrow().get(0);

        assertThat(rule)
                .isEqualTo(new Rule(
                        "key-too-old",
                        "stale-credentials",
                        "A long-lived key is older than 90 days",
                        Severity.MEDIUM,
                        Subject.CREDENTIAL,
                        java.util.Set.of(Topic.CREDENTIALS, Topic.PRINCIPALS),
                        java.util.Set.of(Provider.AWS, Provider.GCP),
                        "credential.active && credential.long_lived",
                        "`{credential.id}` of {principal.id} is still active",
                        "It leaves the company with whoever copied it.",
                        "Make a new key and delete the old one.",
                        List.of("A key that is rotated elsewhere."),
                        List.of("https://example.com/keys"),
                        new Source(PLACE, 8, ""),
                        rule.digest()));
    }

    @Test
    void the_digest_changes_with_every_byte_of_the_file() throws IOException {
        var folder = new RuleFolder(root).withRule("key-too-old");
        var before = digest(folder);
        folder.with("catalog/stale-credentials/key-too-old/rule.yaml", RuleFolder.RULE + "# a remark\n");

        assertThat(before).hasSize(64).isNotEqualTo(digest(folder));
    }

    private static String digest(RuleFolder folder) throws IOException {
        return new RuleReader(NO_OBJECTIONS)
                .readCatalog(folder.files())
                .orElseThrow()
                .get(0)
                .digest();
    }

    @Test
    void a_rule_without_providers_is_for_all() throws IOException {
        var rule = RuleFolder.RULE.replace("providers: [aws, gcp]\n", "");
        var files = new RuleFolder(root)
                .with("catalog/stale-credentials/key-too-old/rule.yaml", rule)
                .files();

        assertThat(new RuleReader(NO_OBJECTIONS)
                        .readCatalog(files)
                        .orElseThrow()
                        .get(0)
                        .providers())
                .containsExactlyInAnyOrder(Provider.values());
    }

    @Test
    void rules_are_sorted_by_id_over_all_topics() throws IOException {
        var files = new RuleFolder(root)
                .withRule("key-too-old")
                .with(
                        "catalog/public-access/bucket-public/rule.yaml",
                        RuleFolder.RULE.replace("key-too-old", "bucket-public"))
                .withRule("another")
                .files();

        assertThat(new RuleReader(NO_OBJECTIONS).readCatalog(files).orElseThrow())
                .extracting(Rule::id)
                .containsExactly("another", "bucket-public", "key-too-old");
    }

    static Stream<Arguments> badRules() {
        return Stream.of(
                bad(
                        "id: key-too-old",
                        "id: key-to-old",
                        ":1:5: the id `key-to-old` is not the name of the folder; write `key-too-old`, or rename the folder"),
                bad("id: key-too-old\n", "", ":1:1: `id` is missing; add `id: …`"),
                bad("90 days", "90 days.", ":2:8: `title` ends with a full stop; delete it"),
                bad(
                        "90 days",
                        "90 " + "days ".repeat(10),
                        ":2:8: `title` has 83 characters; say it in less than 80, or in `why`"),
                bad("medium", "hihg", ":3:11: unknown `severity` `hihg`; did you mean `high`?"),
                bad("medium", "info", ":3:11: unknown `severity` `info`; known: `critical`, `high`, `medium`, `low`"),
                bad(
                        "for: credential",
                        "for: key",
                        ":4:6: unknown `for` `key`; known: `bucket`, `grant`, `acl`, `credential`, `principal`, `trust`, `row`"),
                bad("for: credential", "for: [credential]", ":4:6: `for` is a list; write a single value"),
                bad("[credentials, principals]", "[]", ":5:8: `needs` is empty; name at least one"),
                bad(
                        "[credentials, principals]",
                        "credentials",
                        ":5:8: `needs` is not a list; put it in brackets, or begin each item with `- `"),
                bad(
                        "[credentials, principals]",
                        "[object_acls]",
                        ":5:9: unknown `needs` `object_acls`; did you mean `object-acls`?"),
                bad("[aws, gcp]", "[azure]", ":6:13: unknown `providers` `azure`; known: `aws`, `gcp`"),
                bad("[aws, gcp]", "[aws, aws]", ":6:18: `aws` is listed twice; delete one of them"),
                bad("when: >-", "where: >-", ":7:1: unknown key `where`; did you mean `when`?"),
                bad(
                        "\"`{credential.id}` of",
                        "\"`{credential.id}`\\nof",
                        ":10:10: `message` has several lines; write one sentence"),
                bad(
                        "message: ",
                        "message: ''\nextra: ",
                        ":10:10: `message` is empty; write a text",
                        ":11:1: unknown key `extra`; known: `id`, `title`, `severity`, `for`, `needs`, `providers`, `when`, `message`, `why`, `fix`, `falsePositives`, `references`"),
                bad(
                        "falsePositives",
                        "falsepositives",
                        ":13:1: unknown key `falsepositives`; did you mean `falsePositives`?"),
                bad(
                        "https://example.com/keys",
                        "http://example.com",
                        ":14:14: `http://example.com` is not a web address; write it with `https://` in front"),
                bad(
                        "references: [https://example.com/keys]\n",
                        "",
                        ":1:1: `references` is missing; add `references: […]`"));
    }

    private static Arguments bad(String good, String instead, String... problems) {
        return Arguments.of(
                instead,
                RuleFolder.RULE.replace(good, instead),
                Stream.of(problems).map(PLACE::concat).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badRules")
    void a_bad_rule_gets_exactly_these_messages(String name, String yaml, List<String> messages) throws IOException {
        var files = new RuleFolder(root)
                .with("catalog/stale-credentials/key-too-old/rule.yaml", yaml)
                .files();

        assertThat(problems(files)).isEqualTo(messages);
    }

    @Test
    void names_that_are_not_in_kebab_case_are_refused() throws IOException {
        var files = new RuleFolder(root)
                .with("catalog/Keys/old_key/rule.yaml", RuleFolder.RULE.replace("key-too-old", "old_key"))
                .files();

        assertThat(problems(files))
                .containsExactly(
                        "rules/catalog/Keys/old_key/rule.yaml:1:5: `Keys/old_key` is not in kebab-case; rename the folders to lower-case words with hyphens");
    }

    @Test
    void two_rules_of_one_name_are_refused() throws IOException {
        var files = new RuleFolder(root)
                .withRule("key-too-old")
                .with("catalog/other/key-too-old/rule.yaml", RuleFolder.RULE)
                .files();

        assertThat(problems(files))
                .containsExactly(
                        PLACE
                                + ": there is another rule of this name, `rules/catalog/other/key-too-old/rule.yaml`; rename one of the folders");
    }

    @Test
    void a_rule_that_would_be_lost_for_the_name_of_its_file_is_reported() throws IOException {
        var files = new RuleFolder(root)
                .with("catalog/stale-credentials/key-too-old/rule.yml", RuleFolder.RULE)
                .with("catalog/key-too-old/rule.yaml", RuleFolder.RULE)
                .with("catalog/stale-credentials/other/cases.yaml", "[]")
                .with("catalog/README.md", "not a rule")
                .files();

        assertThat(problems(files))
                .containsExactly(
                        "rules/catalog/key-too-old/rule.yaml: the file is not read; move it to `catalog/<topic>/<id>/rule.yaml`",
                        "rules/catalog/stale-credentials/key-too-old/rule.yml: the file is not read; move it to `catalog/<topic>/<id>/rule.yaml`",
                        "rules/catalog/stale-credentials/other/cases.yaml: there is no `rule.yaml` beside it; write it, or delete the folder");
    }

    @Test
    void a_folder_without_a_rule_is_a_problem_and_not_a_clean_audit() throws IOException {
        assertThat(problems(new RuleFolder(root).with("README.md", "").files()))
                .containsExactly("rules/catalog: there is no rule; put one at `catalog/<topic>/<id>/rule.yaml`");
    }

    @Test
    void problems_of_all_rules_and_controls_come_together() throws IOException {
        var files = new RuleFolder(root)
                .with("catalog/a/b/rule.yaml", "id: c")
                .with("catalog/a/d/rule.yaml", "id: d\nid: d")
                .with("controls/soc2.yaml", "framework: SOC 2")
                .files();

        assertThat(new RuleReader(NO_OBJECTIONS).read(files).problems())
                .extracting(YamlProblem::file)
                .contains("rules/catalog/a/b/rule.yaml", "rules/catalog/a/d/rule.yaml", "rules/controls/soc2.yaml");
    }

    @Test
    void an_objection_to_the_condition_is_shown_at_the_very_word() throws IOException {
        var files = new RuleFolder(root).withRule("key-too-old").files();
        RuleCheck check = rule -> List.of(new Objection(
                Part.WHEN,
                rule.when().indexOf("long_lived"),
                "`credential` has no field `long_lived`",
                "ask `active`"));

        var problem = new RuleReader(check).readCatalog(files).problems().get(0);

        assertThat(problem).hasToString(PLACE + ":9:17: `credential` has no field `long_lived`; ask `active`");
        assertThat(problem.excerpt()).isEqualTo("  && credential.long_lived\n" + " ".repeat(16) + "^");
    }

    @Test
    void an_objection_to_the_message_is_shown_at_the_very_word() throws IOException {
        var files = new RuleFolder(root).withRule("key-too-old").files();
        RuleCheck check = rule -> List.of(
                new Objection(Part.MESSAGE, rule.message().indexOf("principal"), "unknown `principal`", "say who"));

        assertThat(new RuleReader(check).readCatalog(files).problems())
                .extracting(YamlProblem::toString)
                .containsExactly(PLACE + ":10:33: unknown `principal`; say who");
    }

    private static List<String> problems(RuleFiles files) {
        return new RuleReader(NO_OBJECTIONS)
                .readCatalog(files).problems().stream()
                        .map(YamlProblem::toString)
                        .toList();
    }
}
