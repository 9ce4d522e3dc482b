package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignTextTest {

    @Test
    void ordinary_names_stay_as_they_are() {
        for (var name : new String[] {
            "serviceAccount:trainer@acme-ml.iam.gserviceaccount.com",
            "arn:aws:iam::111122223333:role/trainer",
            "gs://acme-models/*",
            "Zoë Müller",
            "мария@пример.example",
            "漢字/データset",
            "{\"a\": [1, \"*\"]}",
            ""
        }) {
            assertThat(ForeignText.visible(name)).isEqualTo(name);
        }
    }

    @Test
    void what_cannot_be_seen_or_reorders_is_written_out() {
        assertThat(ForeignText.visible("a\u202eb\u200bc\u0000d\u001be"))
                .isEqualTo("a⟨U+202E⟩b⟨U+200B⟩c⟨U+0000⟩d⟨U+001B⟩e");
    }

    @Test
    void a_letter_that_imitates_latin_inside_a_latin_word_is_written_out() {
        assertThat(ForeignText.visible("\u0430dmin@acme")).isEqualTo("⟨U+0430⟩dmin@acme");
    }

    @Test
    void a_latin_word_in_disguise_is_written_out() {
        assertThat(ForeignText.visible("\uff41b")).isEqualTo("⟨U+FF41⟩b");
    }

    @Test
    void nobody_can_write_what_looks_written_out() {
        assertThat(ForeignText.visible("⟨U+202E⟩")).isNotEqualTo("⟨U+202E⟩");
    }

    @Test
    void spaces_that_could_be_overlooked_are_written_out() {
        assertThat(ForeignText.visible(" a  b ")).isEqualTo("⟨U+0020⟩a ⟨U+0020⟩b⟨U+0020⟩");
    }

    @Test
    void a_pile_of_combining_marks_is_written_out_from_the_third() {
        assertThat(ForeignText.visible("e\u0301\u0302\u0303")).isEqualTo("e\u0301\u0302⟨U+0303⟩");
    }

    @Test
    void the_middle_is_left_out_of_a_long_text() {
        assertThat(ForeignText.shortened("abcdefghij", 5)).isEqualTo("ab…ij");
        assertThat(ForeignText.shortened("abcde", 5)).isEqualTo("abcde");
    }

    @Test
    void shortening_does_not_cut_a_character_in_two() {
        assertThat(ForeignText.shortened("🦊🦊🦊🦊", 3)).isEqualTo("🦊…🦊");
    }

    @Test
    void line_breaks_of_prose_are_layout() {
        assertThat(ForeignText.prose("one\n  two\r\n\tthree\n")).isEqualTo("one two three");
    }

    @Test
    void sarif_text_holds_no_link() {
        assertThat(ForeignText.sarif("see [x](javascript:1) \\")).isEqualTo("see \\[x\\](javascript:1) \\\\");
    }

    @Test
    void markdown_holds_no_markup_and_mentions_nobody() {
        assertThat(ForeignText.markdown("# [a](b) `c` @octocat ana@acme.example"))
                .isEqualTo("\\# \\[a\\]\\(b\\) \\`c\\` `@`octocat ana@acme.example");
    }

    @Test
    void markdown_begins_no_list() {
        assertThat(ForeignText.markdown("- a-b")).isEqualTo("\\- a-b");
        assertThat(ForeignText.markdown("1. a")).isEqualTo("1\\. a");
    }

    @ParameterizedTest
    @CsvSource({
        "intents/a b.yaml, intents/a%20b.yaml",
        "/etc/passwd, etc/passwd",
        "a/../../b, a/b",
        "C:\\x, C%3A%5Cx",
        "a%2f?b#c, a%252f%3Fb%23c",
        "ü.yaml, %C3%BC.yaml",
        "../.., ''"
    })
    void a_path_becomes_a_relative_uri(String path, String uri) {
        assertThat(ForeignText.uri(path)).isEqualTo(uri);
    }

    @Test
    void wide_characters_take_two_columns_and_marks_none() {
        assertThat(ForeignText.columns("a漢e\u0301")).isEqualTo(4);
    }

    @Property
    void whatever_is_made_visible_has_no_control_format_or_lone_surrogate(@ForAll("texts") String text) {
        assertThat(ForeignText.visible(text).codePoints()).noneMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> true;
            default -> false;
        });
    }

    @Property
    void different_texts_stay_different(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(ForeignText.visible(one).equals(ForeignText.visible(other))).isEqualTo(one.equals(other));
    }

    @Property
    void every_path_becomes_a_uri_that_stays_below_its_root(@ForAll("texts") String path) {
        var uri = URI.create(ForeignText.uri(path));

        assertThat(uri.isAbsolute()).isFalse();
        assertThat(uri.getRawPath()).doesNotStartWith("/");
        assertThat(uri.normalize().getRawPath().split("/")[0]).isNotEqualTo("..");
    }

    @Property
    void a_cell_is_never_wider_than_its_column(@ForAll("texts") String text) {
        assertThat(ForeignText.columns(TerminalText.cell(text, 12))).isEqualTo(12);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings()
                        .withChars("a Zя/.%⟨U+20E⟩\u202e\u200b\u0301\u001b[]\n漢Α\ud800\udc00".toCharArray())
                        .ofMaxLength(12));
    }
}
