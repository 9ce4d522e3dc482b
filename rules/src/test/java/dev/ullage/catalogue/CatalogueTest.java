package dev.ullage.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Provider;
import dev.ullage.rule.Control;
import dev.ullage.rule.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    private static final Pattern OF_GCP =
            Pattern.compile("gs://|projects/|gserviceaccount\\.com|allUsers|user:|group:");
    private static final Pattern OF_AWS = Pattern.compile("s3://|arn:aws:");

    private static Catalogue catalogue;

    @BeforeAll
    static void read() throws IOException {
        catalogue = Catalogue.builtIn();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void says_what_the_case_expects(Example example) {
        var judgement = example.judgement();

        assertThat(Example.verdict(judgement)).as(judgement.toString()).isEqualTo(example.verdict());
        assertThat(Example.says(judgement)).contains(example.because());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void never_gives_the_other_answer_when_it_knows_less(Example example) {
        var subject = example.rule().rule().subject();

        example.tree().withoutOne().forEach((left, tree) -> {
            var judgement = example.rule().judge(tree.facts(subject));
            assertThat(Example.verdict(judgement)).as("without %s", left).isIn(example.verdict(), "unknown");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void fails_with_a_message_that_is_complete(Example example) {
        if (example.verdict().equals("fail") && !example.because().contains("(not known)")) {
            assertThat(Example.says(example.judgement())).doesNotContain("(not known)");
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void has_a_case_for_each_answer(String rule) {
        assertThat(catalogue.examplesOf(rule)).extracting(Example::verdict).contains("fail", "pass", "unknown");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void objects_to_something_on_every_cloud_that_it_is_for(String rule) {
        var objections = catalogue.examplesOf(rule).stream()
                .filter(example -> example.verdict().equals("fail"))
                .map(example -> example.tree().toString())
                .toList();

        var providers = catalogue.examplesOf(rule).get(0).rule().rule().providers();
        assertThat(objections.stream().anyMatch(OF_GCP.asPredicate())).isEqualTo(providers.contains(Provider.GCP));
        if (providers.contains(Provider.AWS) && !rule.equals("root-access-key")) {
            assertThat(objections).anyMatch(OF_AWS.asPredicate());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void has_no_clause_that_could_be_left_out_without_a_case_noticing(String id) {
        var rule = catalogue.examplesOf(id).get(0).rule().rule();

        for (var without : Clauses.withoutOne(rule.when())) {
            var shorter = Catalogue.COMPILER.compile(Clauses.with(rule, without));
            assertThat(catalogue.examplesOf(id))
                    .as("with only %s", without)
                    .anySatisfy(example -> assertThat(Example.verdict(shorter.judge(example.facts())))
                            .isNotEqualTo(example.verdict()));
        }
    }

    @Test
    void every_fact_that_an_unknown_case_leaves_out_is_named() {
        assertThat(catalogue.examples().stream()
                        .filter(example -> example.verdict().equals("unknown")))
                .allSatisfy(example ->
                        assertThat(example.because()).as(example.toString()).isNotEmpty());
    }

    @Test
    void every_rule_bears_on_a_control() {
        var mapped = catalogue.rules().controls().stream()
                .flatMap(control -> control.rules().stream())
                .collect(Collectors.toSet());

        assertThat(catalogue.rules().rules()).extracting(Rule::id).allMatch(mapped::contains);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    SOC 2; CC6.1, CC6.2, CC6.3, CC6.6, CC7.1, CC7.2
                    ISO/IEC 27001:2022; A.5.15, A.5.16, A.5.17, A.5.18, A.8.2, A.8.3, A.8.15
                    """)
    void the_controls_about_access_are_tested_by_rules(String framework, String ids) {
        var tested = catalogue.rules().controls().stream()
                .filter(control -> control.framework().equals(framework))
                .filter(control ->
                        Set.of(Control.Support.FULL, Control.Support.PARTIAL).contains(control.support()))
                .map(Control::id)
                .toList();

        assertThat(tested).contains(ids.split(", "));
    }

    @Test
    void a_control_that_people_must_keep_has_no_rule() {
        assertThat(catalogue.rules().controls().stream().filter(control -> control.support() == Control.Support.MANUAL))
                .isNotEmpty()
                .allMatch(control -> control.rules().isEmpty());
    }

    static List<Example> examples() {
        return catalogue.examples();
    }

    static Stream<String> rules() {
        return catalogue.rules().rules().stream().map(Rule::id);
    }
}
