package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.analysis.Assessment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final String HTML = Rendered.text(new HtmlReport(), SampleAssessment.acme());
    private static final Document PAGE = Jsoup.parse(HTML);

    @Test
    void it_forbids_itself_everything_but_its_own_stylesheet() throws Exception {
        var style = PAGE.selectFirst("style").data();
        var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        var hash = Base64.getEncoder().encodeToString(digest);

        assertThat(PAGE.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void it_fetches_nothing_and_runs_nothing() {
        assertThat(PAGE.select("script, link, img, iframe, object, embed, form, base, style[src]"))
                .isEmpty();
        assertThat(PAGE.select("[src], [style], [srcset], [action]")).isEmpty();
        assertThat(PAGE.select("[href]").eachAttr("href")).allMatch(href -> href.startsWith("#"));
        assertThat(PAGE.selectFirst("style").data()).doesNotContain("@import").doesNotContainPattern("url\\((?!#)");
    }

    @Test
    void every_link_leads_somewhere_on_the_page() {
        assertThat(PAGE.select("[href]").eachAttr("href"))
                .allSatisfy(href -> assertThat(PAGE.getElementById(href.substring(1)))
                        .as(href)
                        .isNotNull());
    }

    @Test
    void no_id_is_used_twice() {
        assertThat(PAGE.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void sections_stand_in_the_order_in_which_an_assessor_asks() {
        assertThat(PAGE.select("main > section").eachAttr("id"))
                .containsExactly(
                        "controls", "ledger", "ullage", "findings", "unanswered", "inputs", "waivers", "limits");
    }

    @Test
    void it_has_a_language_a_title_one_h1_and_a_way_past_the_menu() {
        assertThat(PAGE.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(PAGE.title()).contains("acme");
        assertThat(PAGE.select("h1")).hasSize(1);
        assertThat(PAGE.body().child(0).attr("href")).isEqualTo("#main");
    }

    @Test
    void headings_skip_no_level() {
        var levels = PAGE.select("h1, h2, h3, h4, h5, h6").eachText().isEmpty()
                ? List.<Integer>of()
                : PAGE.select("h1, h2, h3, h4, h5, h6").stream()
                        .map(heading -> heading.tagName().charAt(1) - '0')
                        .toList();

        assertThat(levels).startsWith(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @Test
    void every_table_says_what_it_is_and_every_header_what_it_heads() {
        assertThat(PAGE.select("table")).isNotEmpty().allSatisfy(table -> {
            boolean named =
                    table.selectFirst("caption") != null || table.parent().hasAttr("aria-label");
            assertThat(named).as(table.className()).isTrue();
        });
        assertThat(PAGE.select("th:not([scope])")).isEmpty();
    }

    @Test
    void every_picture_says_what_it_shows() {
        assertThat(PAGE.select("svg[role=img]")).isNotEmpty().allSatisfy(svg -> {
            assertThat(svg.select("title")).hasSize(1);
            assertThat(svg.select("desc")).hasSize(1);
        });
        assertThat(PAGE.select("svg:not([role=img])"))
                .allMatch(svg -> svg.attr("aria-hidden").equals("true"));
    }

    @Test
    void every_coloured_cell_of_the_matrix_has_its_verdict_as_a_word() {
        var words = PAGE.select(".legend .mark").eachText();

        assertThat(PAGE.select(".matrix td.cell:not(.none)"))
                .isNotEmpty()
                .allSatisfy(cell ->
                        assertThat(words).contains(cell.selectFirst(".word").text()));
    }

    @Test
    void a_cell_names_the_most_pressing_verdict_and_which_permissions_have_it() {
        assertThat(cell("model-deploy", "acme-models").text()).isEqualTo("creep A LRCOD");
    }

    @Test
    void the_matrix_has_a_cell_for_every_identity_and_place() {
        int places = PAGE.select(".matrix thead tr:last-child th").size();

        assertThat(places).isEqualTo(15);
        assertThat(PAGE.select(".matrix tbody tr"))
                .hasSize(24)
                .allSatisfy(row -> assertThat(row.select("td")).hasSize(places));
    }

    @Test
    void identities_with_most_to_remove_come_first() {
        assertThat(PAGE.selectFirst(".matrix tbody .who b").text()).isEqualTo("ci-legacy");
    }

    @Test
    void controls_give_verdict_support_and_what_is_unanswered() {
        var row = PAGE.select("table.controls tr").stream()
                .filter(one -> one.select("th").text().equals("A.5.18"))
                .findFirst()
                .orElseThrow();

        assertThat(row.select("td").eachText())
                .containsExactly(
                        "Access rights are reviewed and removed",
                        "✕ fail",
                        "full 3 rules",
                        "granted-not-declared",
                        "used-not-declared");
    }

    @Test
    void controls_stand_in_the_order_of_their_numbers() {
        assertThat(PAGE.select("table.controls").first().select("tbody th").eachText())
                .containsExactly("A.5.9", "A.5.15", "A.5.17", "A.5.18", "A.8.3", "A.8.15");
    }

    @Test
    void nothing_is_called_compliant() {
        assertThat(PAGE.text().toLowerCase(Locale.ROOT)).doesNotContain("complian");
    }

    @Test
    void the_ullage_of_an_identity_is_a_bar_and_two_numbers() {
        var row = PAGE.select("table.bars tr").stream()
                .filter(one -> one.select("th b").text().equals("notebooks"))
                .findFirst()
                .orElseThrow();

        assertThat(row.select("desc").text()).isEqualTo("at least 0 percent and at most 37 percent is ullage");
        assertThat(row.select("td.number").eachText()).containsExactly("0 %", "37 %", "11", "0", "4");
    }

    @Test
    void a_finding_says_who_what_why_and_what_to_do() {
        var card = card("`fraud-train` may delete");

        assertThat(card.select("dt").eachText()).containsExactly("Who", "What", "Evidence", "Fix");
        assertThat(card.select(".evidence li").eachText())
                .hasSize(5)
                .last()
                .isEqualTo("no DATA_WRITE entry in gs://acme-models in 90 days gcp/audit/data_access-2026-11.json:1");
        assertThat(card.selectFirst("details > ul").childrenSize()).isEqualTo(2);
    }

    @Test
    void an_accepted_finding_names_owner_approver_reason_and_end() {
        assertThat(card("everyone on the internet can read every object")
                        .select("dd")
                        .last()
                        .text())
                .isEqualTo("The demo data set is meant to be public; it holds synthetic rows only. owned by"
                        + " marketing@acme.example, approved by security@acme.example, from 2026-06-01 until"
                        + " 2027-05-31, waivers/public-demo.yaml:1");
    }

    @Test
    void what_is_unknown_stands_apart_and_says_what_is_missing() {
        assertThat(PAGE.select("#findings").text()).doesNotContain("who is in `ml-platform`");
        assertThat(PAGE.select("#unanswered .missing").text())
                .contains("group-memberships of group:ml-platform@acme.example");
    }

    @Test
    void an_ignored_waiver_says_why() {
        assertThat(PAGE.select("table.waivers").last().select("td:last-child").eachText())
                .containsExactly("expired on 2026-09-30", "matches no finding", "not in force before 2027-01-01");
    }

    @Test
    void a_file_that_was_skipped_is_named() {
        assertThat(PAGE.select("table.files").text()).contains("gcp/notes.txt not recognised, skipped");
    }

    @Test
    void a_topic_that_nobody_read_is_among_what_is_not_shown() {
        assertThat(PAGE.select("#limits li").eachText())
                .contains("Nothing about federation: no input described it.")
                .contains("Not all of object-acls: of its scopes, 1 partial and 0 denied.");
    }

    @Test
    void a_hostile_name_is_visible() {
        assertThat(PAGE.select("#ledger .who").eachText()).contains("user:⟨U+0430⟩dmin⟨U+202E⟩@acme.example");
    }

    @Test
    void nothing_at_all_is_still_a_page() {
        var nothing = new Assessment(
                "none",
                Instant.EPOCH,
                "ullage 0.1.0",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        var page = Jsoup.parse(Rendered.text(new HtmlReport(), nothing));

        assertThat(page.select("main > section")).hasSize(8);
        assertThat(page.select("#ledger .nothing")).hasSize(1);
    }

    @Test
    void no_template_can_write_what_is_not_escaped() throws IOException {
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            var templates = files.filter(Files::isRegularFile).toList();
            assertThat(templates).isNotEmpty();
            for (var template : templates) {
                assertThat(Files.readString(template))
                        .as("%s", template)
                        .doesNotContain("$unsafe")
                        .doesNotContain("gg.jte.Content");
            }
        }
    }

    private static Element cell(String identity, String place) {
        int column = PAGE.select(".matrix thead tr:last-child th").eachText().indexOf(place);
        return PAGE.select(".matrix tbody tr").stream()
                .filter(row -> row.select("b").first().text().equals(identity))
                .findFirst()
                .orElseThrow()
                .select("td")
                .get(column);
    }

    private static Element card(String message) {
        return PAGE.select("article").stream()
                .filter(card -> card.select("h4").text().contains(message))
                .findFirst()
                .orElseThrow();
    }
}
