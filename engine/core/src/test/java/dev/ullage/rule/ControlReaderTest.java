package dev.ullage.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.rule.Control.Support;
import dev.ullage.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlReaderTest {

    private static final ControlReader READER = new ControlReader(new TreeSet<>(List.of("creep", "dormant-grant")));

    @TempDir
    Path root;

    @Test
    void a_control_is_what_its_file_says() throws IOException {
        assertThat(read("{id: CC6.3, title: Access fits the role, support: full, rules: [creep, dormant-grant]}"))
                .containsExactly(new Control(
                        "SOC 2", "CC6.3", "Access fits the role", Support.FULL, List.of("creep", "dormant-grant")));
    }

    @Test
    void a_control_that_needs_a_person_needs_no_rule() throws IOException {
        assertThat(read("{id: CC6.3, title: Access is reviewed, support: manual}"))
                .extracting(Control::rules)
                .containsExactly(List.of());
    }

    @Test
    void controls_are_sorted_by_framework_and_by_the_numbers_in_their_ids() throws IOException {
        var folder = new RuleFolder(root)
                .with(
                        "controls/iso.yaml",
                        file(
                                "ISO/IEC 27001:2022",
                                "{id: A.8.2, title: t, support: manual}",
                                "{id: A.5.18, title: t, support: manual}",
                                "{id: A.5.3, title: t, support: manual}"))
                .with("controls/soc.yaml", file("SOC 2", "{id: CC6.1, title: t, support: manual}"));

        assertThat(READER.read(folder.files()).orElseThrow())
                .extracting(Control::id)
                .containsExactly("A.5.3", "A.5.18", "A.8.2", "CC6.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {id: a, title: t, support: full, rules: [crep]}               | :3:46: there is no rule `crep`; did you mean `creep`?
            {id: a, title: t, support: full, rules: [other]}              | :3:46: there is no rule `other`; known: `creep`, `dormant-grant`
            {id: a, title: t, support: full, rules: [creep, creep]}       | :3:53: `creep` is listed twice; delete one of them
            {id: a, title: t, support: full, rules: creep}                | :3:45: `rules` is not a list; put it in brackets, or begin each item with `- `
            {id: a, title: t, support: partial}                           | :3:5: `rules` is missing; add `rules: […]`
            {id: a, title: t, support: half, rules: [creep]}              | :3:32: unknown `support` `half`; known: `full`, `partial`, `supporting`, `manual`
            {id: a, support: manual}                                      | :3:5: `title` is missing; add `title: …`
            {id: a, title: t, support: manual, rule: [creep]}             | :3:40: unknown key `rule`; did you mean `rules`?
            CC6.3                                                         | :3:5: an item of `controls` has no keys; write `key: value` on lines of their own
            """)
    void a_bad_control_gets_exactly_this_message(String item, String message) throws IOException {
        var files = new RuleFolder(root)
                .with("controls/soc2.yaml", file("SOC 2", item))
                .files();

        assertThat(READER.read(files).problems())
                .extracting(YamlProblem::toString)
                .containsExactly("rules/controls/soc2.yaml" + message);
    }

    @Test
    void a_control_given_twice_is_refused_and_both_places_are_named() throws IOException {
        var item = "{id: CC6.3, title: t, support: manual}";
        var files = new RuleFolder(root)
                .with("controls/soc2-a.yaml", file("SOC 2", item))
                .with("controls/soc2-b.yaml", file("SOC 2", item))
                .files();

        assertThat(READER.read(files).problems())
                .extracting(YamlProblem::toString)
                .containsExactly(
                        "rules/controls/soc2-b.yaml:3:10: `CC6.3` is also at rules/controls/soc2-a.yaml:3:10; delete one of them");
    }

    private List<Control> read(String item) throws IOException {
        return READER.read(new RuleFolder(root)
                        .with("controls/soc2.yaml", file("SOC 2", item))
                        .files())
                .orElseThrow();
    }

    private static String file(String framework, String... items) {
        return "framework: " + framework + "\ncontrols:\n  - " + String.join("\n  - ", items) + "\n";
    }
}
