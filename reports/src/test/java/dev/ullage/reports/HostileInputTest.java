package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.analysis.Assessment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile text in every text field of every format at once. */
class HostileInputTest {

    private static final Assessment BENIGN = SampleAssessment.acme();
    private static final List<String> BENIGN_TREE = tree(Rendered.text(new HtmlReport(), BENIGN));

    private static final Map<String, Hostile> RENDERED = new HashMap<>();

    /** All formats of one payload, rendered once for all tests. */
    private record Hostile(String html, JsonNode sarif, String json, String summary) {

        static Hostile of(String payload) {
            var assessment = EveryText.of(BENIGN, text -> text + payload);
            return new Hostile(
                    Rendered.text(new HtmlReport(), assessment),
                    Rendered.json(new SarifReport(), assessment),
                    Rendered.text(new JsonReport(), assessment),
                    SummaryTable.render(assessment, 80, false));
        }
    }

    private static Hostile with(String payload) {
        return RENDERED.computeIfAbsent(payload, Hostile::of);
    }

    @ParameterizedTest
    @MethodSource("dev.ullage.reports.HostileTexts#all")
    void the_element_tree_of_the_page_does_not_change(String payload) {
        assertThat(tree(with(payload).html())).isEqualTo(BENIGN_TREE);
    }

    @ParameterizedTest
    @MethodSource("dev.ullage.reports.HostileTexts#all")
    void the_page_shows_no_character_that_cannot_be_seen(String payload) {
        assertThat(with(payload).html().codePoints()).noneMatch(point -> point != '\n' && isInvisible(point));
    }

    @ParameterizedTest
    @MethodSource("dev.ullage.reports.HostileTexts#all")
    void sarif_stays_valid_and_acceptable_to_github(String payload) {
        var sarif = with(payload).sarif();

        assertThat(SarifRules.violations(sarif)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.ullage.reports.HostileTexts#all")
    void sarif_messages_hold_no_link_and_nothing_invisible(String payload) {
        var sarif = with(payload).sarif();

        assertThat(sarif.findValuesAsText("text")).allSatisfy(text -> {
            assertThat(text).doesNotContainPattern("(?<!\\\\)(\\\\\\\\)*\\[");
            assertThat(text.codePoints()).noneMatch(HostileInputTest::isInvisible);
        });
    }

    @ParameterizedTest
    @MethodSource("dev.ullage.reports.HostileTexts#all")
    void json_keeps_every_text_exactly(String payload) {
        JsonNode json = Rendered.json(with(payload).json());

        assertThat(json.get("estate").asText()).isEqualTo("acme" + payload);
        assertThat(json.get("findings").get(0).get("resource").asText()).isEqualTo("gs://acme-public-demo" + payload);
    }

    @ParameterizedTest
    @MethodSource("dev.ullage.reports.HostileTexts#all")
    void json_is_safe_to_print(String payload) {
        assertThat(with(payload).json().chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
    }

    @ParameterizedTest
    @MethodSource("dev.ullage.reports.HostileTexts#all")
    void the_terminal_gets_no_control_character_but_the_line_feed(String payload) {
        var summary = with(payload).summary();

        assertThat(summary.codePoints()).noneMatch(point -> point != '\n' && isInvisible(point));
    }

    @ParameterizedTest
    @MethodSource("dev.ullage.reports.HostileTexts#all")
    void no_line_of_the_summary_is_too_wide_or_forged(String payload) {
        var lines = with(payload).summary().lines().toList();

        assertThat(lines)
                .allSatisfy(line -> assertThat(ForeignText.columns(line)).isLessThanOrEqualTo(80));
        assertThat(lines).noneMatch(line -> line.startsWith("::") || line.startsWith("forged"));
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static List<String> tree(String html) {
        return Jsoup.parse(html).getAllElements().stream()
                .map(HostileInputTest::shape)
                .toList();
    }

    private static String shape(Element element) {
        var attributes = element.attributes().asList().stream()
                .map(Attribute::getKey)
                .sorted()
                .collect(Collectors.joining(" "));
        return element.parents().size() + " " + element.tagName() + "." + element.className() + "#" + element.id() + " "
                + attributes;
    }
}
