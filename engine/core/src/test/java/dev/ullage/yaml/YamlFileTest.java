package dev.ullage.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

    private enum Colour {
        RED,
        DARK_BLUE
    }

    @Test
    void a_file_without_problems_gives_every_type_as_written() {
        var file = file("""
                name: ' a b '
                reads: [gs://b/p/, "s3://c/"]
                colour: dark-blue
                more: [red]
                day: 2027-03-31
                time: 2026-11-20T02:00:00Z
                on: true
                days: 7
                below: {x: y}
                items:
                  - x: 1
                """);
        var fields = file.fields();

        assertThat(fields.text("name")).contains("a b");
        assertThat(fields.texts("reads")).extracting(YamlScalar::text).containsExactly("gs://b/p/", "s3://c/");
        assertThat(fields.word("colour", Colour.class)).contains(Colour.DARK_BLUE);
        assertThat(fields.words("more", Colour.class)).containsExactly(Colour.RED);
        assertThat(fields.date("day")).contains(LocalDate.of(2027, 3, 31));
        assertThat(fields.instant("time")).contains(Instant.parse("2026-11-20T02:00:00Z"));
        assertThat(fields.flag("on", false)).isTrue();
        assertThat(fields.count("days", 1, 10, 3)).isEqualTo(7);
        assertThat(fields.fields("below").text("x")).contains("y");
        assertThat(fields.items("items"))
                .extracting(item -> item.text("x"))
                .containsExactly(java.util.Optional.of("1"));
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void a_key_that_may_be_left_out_has_a_value_when_it_is() {
        var file = file("name: a");
        var fields = file.fields();
        fields.text("name");

        assertThat(fields.optionalText("title")).isEmpty();
        assertThat(fields.optionalTexts("reads")).isEmpty();
        assertThat(fields.optionalInstant("asOf")).isEmpty();
        assertThat(fields.optionalItems("logs")).isEmpty();
        assertThat(fields.flag("on", true)).isTrue();
        assertThat(fields.count("days", 1, 10, 3)).isEqualTo(3);
        assertThat(fields.words("more", Colour.class, java.util.Set.of(Colour.RED)))
                .containsExactly(Colour.RED);
        assertThat(file.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "on",
                "0o14",
                "012",
                "1:30",
                "1_000",
                "0x1F",
                "9223372036854775808",
                "1e3",
                ".inf",
                "=",
                "true"
            })
    void a_value_that_other_yaml_would_turn_into_something_else_stays_the_text_it_is(String text) {
        var file = file("name: " + text);

        assertThat(file.fields().text("name")).contains(text);
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void every_node_knows_where_it_begins() {
        var root = (YamlMapping) file("a: 'x'\nb:\n  - y\n  - {k: z}\n").root().orElseThrow();
        var list = (YamlSequence) root.get("b").orElseThrow();
        var nested = (YamlMapping) list.items().get(1);

        assertThat(List.of(
                        root,
                        root.get("a").orElseThrow(),
                        list,
                        list.items().get(0),
                        nested,
                        nested.get("k").orElseThrow()))
                .extracting(node -> node.position().toString())
                .containsExactly("1:1", "1:4", "3:3", "3:5", "4:5", "4:9");
    }

    @Test
    void columns_count_characters_and_not_units_of_an_encoding() {
        var file = file("{'😀é': a, b: c}");

        assertThat(((YamlMapping) file.root().orElseThrow())
                        .entries()
                        .get("b")
                        .key()
                        .position())
                .hasToString("1:11");
    }

    @Test
    void a_byte_order_mark_at_the_beginning_is_no_part_of_the_text() {
        assertThat(file("\uFEFFname: a").fields().text("name")).contains("a");
    }

    @Test
    void windows_line_ends_are_line_ends() {
        var file = file("name: a\r\ntitle: >-\r\n  b\r\n  c\r\ncolour: x\r\n");
        var fields = file.fields();

        assertThat(fields.text("name")).contains("a");
        assertThat(fields.text("title")).contains("b c");
        assertThat(file.problems())
                .extracting(YamlProblem::toString)
                .containsExactly("f.yaml:5:1: unknown key `colour`; known: `name`, `title`");
    }

    @Test
    void a_misspelt_key_is_not_also_missing() {
        var file = file("nmae: a\nage: 5");
        file.fields().text("name");

        assertThat(file.problems())
                .extracting(YamlProblem::fact)
                .containsExactly("unknown key `nmae`", "unknown key `age`");
    }

    @Test
    void a_problem_shows_its_line_and_a_caret_below_the_place() {
        var file = file("name: a\n\tcolour: x".replace("\t", "") + " # é\n");
        file.fields().text("name");

        assertThat(file.problems().get(0).excerpt()).isEqualTo("colour: x # é\n^");
    }

    @Test
    void the_shown_part_of_a_long_line_is_short_and_holds_the_place() {
        var file = file("{name: " + "a".repeat(5000) + ", colour: x, z: " + "b".repeat(5000) + "}");
        file.fields().text("name");

        var excerpt = file.problems().get(0).excerpt().lines().toList();
        assertThat(excerpt.get(0)).hasSizeLessThan(110).startsWith("…aaa").endsWith("bbb…");
        assertThat(excerpt.get(0).substring(excerpt.get(1).indexOf('^'))).startsWith("colour: x");
    }

    @Test
    void text_that_is_not_utf_8_is_refused_at_the_place_where_it_stops_being_so() {
        assertThat(problems("name: a\ntitle: caf\u00e9\n".getBytes(ISO_8859_1)))
                .containsExactly("f.yaml:2:11: the file is not UTF-8 text from here on; save it as UTF-8");
    }

    @Test
    void utf_16_is_refused() {
        assertThat(problems("name: a".getBytes(UTF_16)))
                .containsExactly("f.yaml:1:1: the file is not UTF-8 text from here on; save it as UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"202E", "2066", "200B", "FEFF", "00AD", "001B", "0000", "007F", "0085", "2028", "FFFF", "E0041"})
    void a_character_that_a_reviewer_cannot_see_is_refused(String hex) {
        var invisible = Character.toString(Integer.parseInt(hex, 16));

        assertThat(problems(("name: a\ntitle: b" + invisible + "c").getBytes(UTF_8)))
                .containsExactly("f.yaml:2:9: the invisible character U+" + hex + "; delete it");
    }

    @Test
    void joiners_that_scripts_and_emoji_need_are_allowed() {
        assertThat(problems("name: \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 👩\u200D💻".getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void one_mebibyte_is_read_and_one_byte_more_is_not() {
        var padding = "name: a\n#" + "x".repeat(YamlFile.MAX_BYTES - 9);

        assertThat(problems(padding.getBytes(UTF_8))).isEmpty();
        assertThat(problems((padding + "x").getBytes(UTF_8)))
                .containsExactly(
                        "f.yaml: the file is larger than 1 MiB; split it, or check that it is the file you meant");
    }

    @Test
    void sixty_four_levels_are_read_and_one_more_is_not() {
        assertThat(file("[".repeat(64) + "]".repeat(64)).problems()).isEmpty();
        assertThat(file("[".repeat(65) + "]".repeat(65)).problems())
                .extracting(YamlProblem::toString)
                .containsExactly("f.yaml:1:65: more than 64 levels are nested here; write it flatter");
    }

    @Test
    void twenty_thousand_values_are_read_and_one_more_is_not() {
        assertThat(file("- x\n".repeat(19_999)).problems()).isEmpty();
        assertThat(file("- x\n".repeat(20_000)).problems())
                .extracting(YamlProblem::toString)
                .containsExactly("f.yaml:20000:3: more than 20000 values stand before this; split the file");
    }

    @Test
    void a_file_of_nothing_but_problems_gives_a_short_report() {
        var yaml = IntStream.range(0, 9_000).mapToObj(i -> "key" + i + ": x\n").collect(Collectors.joining());

        assertThat(problems(yaml.getBytes(UTF_8)))
                .hasSize(51)
                .contains("f.yaml: 8951 more problems are not shown; mend the others first");
    }

    @Test
    void the_same_bytes_have_the_digest_that_other_tools_give() {
        assertThat(file("a: b\n").sha256())
                .isEqualTo("52c9693cf3f219d51ba6af4362ee092c55fb5e6f96d6f9da13c8ede7eff8e71b");
    }

    private static YamlFile file(String yaml) {
        return YamlFile.of("f.yaml", yaml.getBytes(UTF_8));
    }

    /** Problems of a file in which the keys {@code name} and {@code title} are known. */
    private static List<String> problems(byte[] bytes) {
        var file = YamlFile.of("f.yaml", bytes);
        var fields = file.fields();
        fields.text("name");
        fields.optionalText("title");
        return file.problems().stream().map(YamlProblem::toString).toList();
    }
}
