package dev.ullage.access.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WildcardTest {

    /** Letters that repeat, and one that takes two chars. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "/", "\\", "\uD83D\uDE00")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of("a", "b", "/", "\\", "\uD83D\uDE00", "*", "*", "?")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    /** The same pattern as the JDK would match it. */
    private static boolean asRegex(String pattern, String text) {
        var regex = new StringBuilder();
        pattern.codePoints().forEach(point -> {
            switch (point) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(point)));
            }
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }

    @Property(tries = 20_000)
    void a_pattern_matches_what_the_same_regular_expression_does(
            @ForAll("patterns") String pattern, @ForAll("texts") String text) {
        assertThat(Wildcard.of(pattern).matches(text)).isEqualTo(asRegex(pattern, text));
    }

    @Property(tries = 20_000)
    void what_may_follow_a_lead_is_what_matches_behind_it(
            @ForAll("patterns") String pattern, @ForAll("texts") String lead, @ForAll("texts") String name) {
        assertThat(Wildcard.of(pattern).after(lead).contains(name)).isEqualTo(asRegex(pattern, lead + name));
    }

    @Test
    void a_pattern_of_ten_thousand_stars_ends() {
        var pattern = Wildcard.of("*a".repeat(10_000) + "b");

        assertThat(pattern.matches("a".repeat(20_000))).isFalse();
        assertThat(pattern.matches("a".repeat(20_000) + "b")).isTrue();
    }
}
