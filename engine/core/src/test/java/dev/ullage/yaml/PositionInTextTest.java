package dev.ullage.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PositionInTextTest {

    @Test
    void a_plain_text_is_where_it_is_written() {
        assertThat(placeOf("X", "when: a + X")).isEqualTo("1:11");
    }

    @Test
    void a_plain_text_may_go_on_in_the_next_line() {
        assertThat(placeOf("X", "when: a\n  + X")).isEqualTo("2:5");
    }

    @Test
    void a_folded_block_begins_below_its_key() {
        assertThat(placeOf("X", "when: >- # why\n\n    a\n    && X\n")).isEqualTo("4:8");
    }

    @Test
    void a_literal_block_keeps_its_lines() {
        assertThat(placeOf("X", "when: |\n  a\n    X\n")).isEqualTo("3:5");
    }

    @Test
    void a_doubled_quote_in_single_quotes_is_one_character_of_the_text() {
        assertThat(placeOf("X", "when: 'a == ''b'' + X'")).isEqualTo("1:21");
    }

    @Test
    void a_text_in_double_quotes_without_escapes_is_where_it_is_written() {
        assertThat(placeOf("X", "when: \"a == 'b' + X\"")).isEqualTo("1:19");
    }

    @Test
    void a_place_behind_an_escape_is_where_the_text_begins() {
        assertThat(placeOf("X", "when: \"\\\"b\\\" + X\"")).isEqualTo("1:7");
    }

    @Test
    void the_end_of_the_text_is_its_last_character() {
        var file = YamlFile.of("f.yaml", "when: a +".getBytes(UTF_8));

        assertThat(file.positionIn(scalar(file), 3)).hasToString("1:9");
    }

    @Test
    void characters_beyond_the_basic_plane_count_once() {
        assertThat(placeOf("X", "when: a + '😀' == X")).isEqualTo("1:18");
    }

    private static String placeOf(String character, String yaml) {
        var file = YamlFile.of("f.yaml", yaml.getBytes(UTF_8));
        var scalar = scalar(file);
        var text = scalar.text();
        return file.positionIn(scalar, text.codePointCount(0, text.indexOf(character)))
                .toString();
    }

    private static YamlScalar scalar(YamlFile file) {
        return (YamlScalar)
                ((YamlMapping) file.root().orElseThrow()).get("when").orElseThrow();
    }
}
