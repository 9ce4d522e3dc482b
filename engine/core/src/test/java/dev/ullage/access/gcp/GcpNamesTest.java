package dev.ullage.access.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Logic;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.cel.iam.Attributes;
import dev.ullage.cel.iam.Claim;
import dev.ullage.cel.iam.IamCondition;
import dev.ullage.cel.iam.IamConditions;
import dev.ullage.cel.iam.NameTest;
import dev.ullage.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GcpNamesTest {

    private static final String LEAD = "projects/_/buckets/models/objects/";
    private static final IamConditions CONDITIONS = new IamConditions();

    private static Reach reach(IamCondition condition) {
        var anyName = new Attributes(Map.of(), Set.of(), Set.of(), true, false);
        try {
            return Truth.of(
                            condition.claim(anyName),
                            Logic.overNames(),
                            test -> GcpNames.passing(test, LEAD).names())
                    .holds();
        } catch (TooComplexException tooComplex) {
            return Reach.atMost(NameSet.all());
        }
    }

    private static Reach reach(String condition) {
        return reach(CONDITIONS.of(condition));
    }

    private static Claim decided(IamCondition condition, String name) {
        return condition.claim(Attributes.of(Map.of(Attributes.NAME, LEAD + name)));
    }

    /** Texts that overlap each other and the end of what all names have in common. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                "",
                "a",
                "aa",
                "ab",
                "a/",
                "/a",
                "aba",
                "s/",
                "objects/",
                "/objects/a",
                "/",
                "*",
                "a?",
                "models/objects/ab",
                LEAD,
                LEAD + "a",
                LEAD + "a/b*",
                "_");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars('a', 'b', '/', '*', '?').ofMaxLength(7),
                Arbitraries.of(
                        "objects/a",
                        "a/objects/ab",
                        "aobjects/objects/aa",
                        "s/a",
                        "aa/models/objects/ab/",
                        "\\",
                        "a*"));
    }

    /** Regular expressions that speak of what the names are made of. */
    private static Arbitrary<String> expressions() {
        return Arbitraries.of(
                "^a",
                "^[ab]*$",
                "b$",
                "objects/(a|b)*/",
                "^projects/_/buckets/models/objects/a?b",
                "(?i)OBJECTS/A",
                "\\ba\\b",
                "^$",
                "[^a-z/_]",
                "(a|aa)*b$");
    }

    @Provide
    Arbitrary<String> tests() {
        var templates = Combinators.combine(texts(), texts()).as((prefix, suffix) -> prefix + "{x}" + suffix);
        var operand = Arbitraries.oneOf(
                Arbitraries.just("resource.name"),
                templates.map(template -> "resource.name.extract('%s')".formatted(template)));
        var relation = Arbitraries.of("startsWith", "endsWith", "contains");
        return Arbitraries.oneOf(
                Combinators.combine(operand, relation, texts()).as("%s.%s('%s')"::formatted),
                Combinators.combine(operand, expressions()).as("%s.matches(r'%s')"::formatted),
                Combinators.combine(operand, Arbitraries.of("==", "!="), texts())
                        .as("%s %s '%s'"::formatted),
                Combinators.combine(operand, texts(), texts()).as("%s in ['%s', '%s']"::formatted));
    }

    @Provide
    Arbitrary<String> conditions() {
        return Arbitraries.oneOf(
                tests(),
                Combinators.combine(tests(), Arbitraries.of("&&", "||", "=="), tests())
                        .as("(%s) %s (%s)"::formatted),
                Combinators.combine(tests(), tests(), tests()).as("!((%s) ? (%s) : (%s))"::formatted));
    }

    @Property(tries = 1500)
    void a_name_is_in_the_set_exactly_when_the_condition_is_true_of_it(
            @ForAll("conditions") String text, @ForAll("names") String name) {
        var condition = CONDITIONS.of(text);
        var reach = reach(condition);
        var passes = decided(condition, name).equals(new Claim.Known(true));

        assertThat(reach.sure().contains(name)).isEqualTo(passes);
        assertThat(reach.possible().contains(name)).isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.name.startsWith('projects/_/buckets/models/objects/a')",
                "resource.name.endsWith('.bin') || resource.name.contains('/tmp/')",
                "resource.name != 'projects/_/buckets/models/objects/a'",
                "resource.name.extract('objects/{x}/') == 'train'",
                "resource.name.extract('objects/{x}/') in ['train', 'serve']",
                "resource.name.extract('/objects/data/{x}') == 'a'",
                "resource.name.extract('/objects/{x}').startsWith('train/')",
                "resource.name.extract('/objects/{x}').endsWith('.bin')",
                "resource.name.extract('{bucket}/objects/') == 'projects/_/buckets/models'",
                "resource.name.matches('^projects/_/buckets/models/objects/(a|b)/.*[.]x$') ? false : true"
            })
    void usual_conditions_are_exact(String text) {
        assertThat(reach(text).unsure().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "objects/a                 # *objects/a*",
                "^projects/_/buckets/models/objects/a/b$ # projects/_/buckets/models/objects/a/b",
                "objects/(train|serve)/    # *objects/train/*, *objects/serve/*",
                "^.*\\.ckpt$               # *.ckpt",
                "/v.\\.bin$                # */v?.bin",
                "objects/a.+b              # *objects/a?*b*",
                "objects/ab?c$             # *objects/abc, *objects/ac",
                "^x|objects/y$             # x*, *objects/y"
            })
    void an_expression_of_texts_dots_stars_and_alternatives_is_said_as_globs(String expression, String globs) {
        var names = NameSet.none();
        for (var glob : globs.split(", ")) {
            names = names.or(NameSet.matchingEscaped(glob, LEAD));
        }

        assertThat(reach("resource.name.matches(r'%s')".formatted(expression)).toString())
                .isEqualTo(Reach.exactly(names).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "^projects/_/buckets/models/objects/[ab]+$ # aab # aac",
                "objects/v\\d{2}$                          # v42 # v4",
                "(?i)objects/MODEL                         # Model # modal",
                "objects/.*\\bcat\\b                       # a-cat # a_cat",
                "(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)$      # abbabba # abba"
            })
    void any_other_expression_is_decided_name_by_name(String expression, String inside, String outside) {
        var reach = reach("resource.name.matches(r'%s')".formatted(expression));

        assertThat(reach.sure().contains(inside)).isTrue();
        assertThat(reach.possible().contains(outside)).isFalse();
    }

    @Test
    void a_set_that_globs_cannot_say_is_shown_in_the_words_of_the_condition() {
        assertThat(reach("resource.name.matches('objects/[0-9]+$') && resource.name.endsWith('7')")
                        .sure()
                        .places("gs://models"))
                .extracting(Place::toString)
                .containsExactly("gs://models/*7 where resource.name.matches(\"objects/[0-9]+$\")");
    }

    @Test
    void an_extraction_that_begins_before_the_name_is_shown_by_its_prefix() {
        assertThat(reach("resource.name.extract('/objects/data/{x}/') == 'train'")
                        .sure()
                        .places("gs://models"))
                .extracting(Place::toString)
                .containsExactly(
                        "gs://models/* except data/*, objects/data/*"
                                + " where resource.name.extract(\"/objects/data/{part}/\") == \"train\"",
                        "gs://models/{data/train/*, objects/data/train/*}");
    }

    @ParameterizedTest
    @CsvSource({"a{600}, more than 500", "((((a{1000}){1000}){1000}){1000}), more than 20000", "(?=a), RE2"})
    void what_is_not_decided_says_which_expression_and_why(String expression, String why) {
        var test = new NameTest(null, NameTest.Relation.MATCHES, List.of(expression));

        var passing = GcpNames.passing(test, LEAD);

        assertThat(passing.names()).isEqualTo(Reach.atMost(NameSet.all()));
        assertThat(passing.problem()).contains(expression).contains(why);
    }
}
