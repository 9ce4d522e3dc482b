package dev.ullage.access.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.ullage.access.Language;
import dev.ullage.access.TooComplexException;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RE2/J, which evaluates conditions name by name, is the judge. */
class RegexLanguageTest {

    private static Language language(String expression) {
        try {
            return RegexLanguage.of(expression);
        } catch (UnreadableRegexException e) {
            throw new AssertionError(expression, e);
        }
    }

    private static boolean isRead(String expression) {
        try {
            Pattern.compile(expression);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** What one character can be: of them the names are made, and what case and words make of them. */
    private static Arbitrary<String> atoms() {
        return Arbitraries.of(
                "a",
                "b",
                "k",
                "K",
                "s",
                "ſ",
                "\u212A",
                "é",
                "É",
                "-",
                "/",
                "0",
                "7",
                "_",
                " ",
                "\\n",
                ".",
                "\\.",
                "\\-",
                "[ab]",
                "[^a]",
                "[^a-k\\d]",
                "[a-z0-9_-]",
                "[]a]",
                "[^]a]",
                "[[:alpha:]_]",
                "[[:^digit:]]",
                "[\\pL-]",
                "[a\\]b]",
                "[\\x61é]",
                "[é-ë]",
                "[\\-/]",
                "\\d",
                "\\D",
                "\\w",
                "\\W",
                "\\s",
                "\\S",
                "\\pL",
                "\\PL",
                "\\p{Lu}",
                "\\p{^Greek}",
                "\\x61",
                "\\x{e9}",
                "\\141",
                "\\07",
                "\\Qa.b\\E",
                "\\Q.\\E",
                "\\Q",
                "{",
                "}",
                "{,2}",
                "{01}",
                "]",
                "\\t",
                "\\_",
                "日",
                "𝒳",
                "(?i)",
                "(?-i)",
                "(?s)",
                "(?m)",
                "(?U)",
                "(?sm-i)");
    }

    private static Arbitrary<String> spots() {
        return Arbitraries.of("^", "$", "\\A", "\\z", "\\b", "\\B");
    }

    @Provide
    Arbitrary<String> expressions() {
        return expressions(4);
    }

    private static Arbitrary<String> expressions(int depth) {
        if (depth == 0) {
            return Arbitraries.frequencyOf(Tuple.of(4, atoms()), Tuple.of(1, spots()));
        }
        var smaller = expressions(depth - 1);
        var kinds = Arbitraries.of("", "?:", "?i:", "?P<x>", "?<y>", "?s-i:", "?m:", "?is:");
        var times = Arbitraries.of("*", "+", "?", "*?", "+?", "??", "{2}", "{0}", "{1,}", "{0,2}", "{1,2}?");
        return Arbitraries.frequencyOf(
                Tuple.of(1, smaller),
                Tuple.of(3, smaller.list().ofMinSize(2).ofMaxSize(3).map(parts -> String.join("", parts))),
                Tuple.of(1, smaller.list().ofMinSize(2).ofMaxSize(3).map(parts -> String.join("|", parts))),
                Tuple.of(1, Combinators.combine(kinds, smaller).as("(%s%s)"::formatted)),
                Tuple.of(1, Combinators.combine(smaller, times).as("(?:%s)%s"::formatted)),
                Tuple.of(1, Combinators.combine(smaller, times).as("%s%s"::formatted)));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                        "a", "b", "A", "B", "k", "K", "s", "S", "ſ", "\u212A", "é", "É", "-", "/", "0", "7", "_", " ",
                        "\n", ".", "]", "{", "}", "1", ",", "日", "𝒳", "\u0007", "Ω")
                .list()
                .ofMaxSize(6)
                .map(characters -> String.join("", characters));
    }

    @Property(tries = 3000)
    void the_language_has_the_texts_in_which_the_expression_is_found(
            @ForAll("expressions") String expression, @ForAll("names") String one, @ForAll("names") String other) {
        if (isRead(expression)) {
            var language = language(expression);
            var pattern = Pattern.compile(expression);

            for (var name : List.of("", one, other, one + other, other + one)) {
                assertThat(language.has(name))
                        .as("`%s` in `%s`", expression, name)
                        .isEqualTo(pattern.matcher(name).find());
            }
        }
    }

    @Property(tries = 300)
    void what_may_follow_a_beginning_is_what_the_whole_has(
            @ForAll("expressions") String expression, @ForAll("names") String lead, @ForAll("names") String name) {
        if (isRead(expression)) {
            assertThat(language(expression).after(lead).has(name))
                    .isEqualTo(Pattern.compile(expression).matcher(lead + name).find());
        }
    }

    @Property(tries = 300)
    void a_text_is_either_in_a_language_or_in_its_contrary(
            @ForAll("expressions") String expression, @ForAll("names") String name) {
        if (isRead(expression)) {
            var language = language(expression);

            assertThat(language.not().has(name)).isNotEqualTo(language.has(name));
        }
    }

    /** Expressions as people write them, each with every text of a small alphabet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^a+(b|/)$", "^[^/]*$", "^(a|ab)(/|b)*$", "b\\b", "\\Bb", "^(?:a/)?b{2,3}$", "(^|/)a(/|$)", "(?i)^AB",
                "^$", "", "a{0}", "^a*?b??$", "(a*)*$", "(|a)+/$", "[^ab]", "^(?:(?:a|b)/)+$"
            })
    void every_short_text_is_judged_as_re2_does(String expression) {
        var language = language(expression);
        var pattern = Pattern.compile(expression);

        assertThat(texts(6).filter(text ->
                        language.has(text) != pattern.matcher(text).find()))
                .isEmpty();
    }

    private static Stream<String> texts(int longest) {
        return Stream.iterate(
                        List.of(""),
                        shorter -> shorter.get(0).length() <= longest,
                        shorter -> shorter.stream()
                                .flatMap(text -> Stream.of(text + "a", text + "b", text + "/"))
                                .toList())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\d",
                "\\p{Lu}",
                "(?i)k",
                "(?i)[a-z]",
                "(?i)é",
                "(?i)[^s]",
                "\\W",
                "[[:punct:]]",
                "[^\\x{80}-\\x{10FFFF}]",
                "(?i)\u0345"
            })
    void a_class_has_the_characters_that_re2_says(String expression) {
        var language = language("^" + expression + "$");
        var pattern = Pattern.compile("^" + expression + "$");

        for (int point = 0; point < 0x3000; point++) {
            var text = Character.toString(point);
            assertThat(language.has(text)).as("U+%04X", point).isEqualTo(pattern.matches(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(a|aa)*b", "(.*a){20}", "(a*)*b", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$", "[ab]*a[ab]{30}"})
    void an_expression_that_backtracking_would_choke_on_is_read_exactly(String expression) {
        var pattern = Pattern.compile(expression);
        var language = language(expression);
        var names = List.of("a".repeat(40), "ab".repeat(30), "x".repeat(50) + "y", "b", "abcA" + "c".repeat(9));

        assertThat(names)
                .allMatch(name -> language.has(name) == pattern.matcher(name).find());
    }

    @Test
    void the_contrary_of_an_expression_with_too_many_states_is_refused_with_the_limit() {
        var language = language("^[ab]*a[ab]{30}$");

        assertThatThrownBy(language::not)
                .isInstanceOf(TooComplexException.class)
                .hasMessageContaining("200000 steps");
    }

    static Stream<Tuple.Tuple2<String, String>> tooComplex() {
        return Stream.of(
                Tuple.of("abcdefghij".repeat(1024), "more than 8192"),
                Tuple.of("a".repeat(600), "more than 500"),
                Tuple.of("(a{30}){30}", "more than 500"),
                Tuple.of("((((a{1000}){1000}){1000}){1000})", "more than 20000"),
                Tuple.of("(".repeat(101) + "a" + ")".repeat(101), "more than 100 parentheses"),
                Tuple.of("\\pL\\p{Lu}\\pN\\pZ\\pP\\pS\\pM\\pC\\p{Greek}", "more than 8 classes"));
    }

    @ParameterizedTest
    @MethodSource("tooComplex")
    void an_expression_beyond_a_limit_is_refused_with_the_limit(Tuple.Tuple2<String, String> expressionAndLimit) {
        assertThatThrownBy(() -> RegexLanguage.of(expressionAndLimit.get1()))
                .isInstanceOf(TooComplexException.class)
                .hasMessageContaining(expressionAndLimit.get2());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "a**", "(?=a)", "\\1", "[b-a]", "a{2000}"})
    void what_re2_cannot_read_is_said_with_what_is_wrong(String expression) {
        assertThatThrownBy(() -> RegexLanguage.of(expression))
                .isInstanceOf(UnreadableRegexException.class)
                .hasMessageContaining("`");
    }
}
