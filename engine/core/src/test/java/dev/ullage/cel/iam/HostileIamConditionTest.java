package dev.ullage.cel.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions that somebody might store, or put into an export, to stop the program. */
class HostileIamConditionTest {

    private static final Attributes ONE =
            Attributes.of(Map.of(Attributes.NAME, "projects/_/buckets/b/objects/" + "a".repeat(1_000)));
    private static final Attributes EVERY = new Attributes(Map.of(), Set.of(), Set.of(), true, false);

    static Stream<Map.Entry<String, String>> conditions() {
        var all = new LinkedHashMap<String, String>();
        all.put("a hundred thousand brackets", "(".repeat(100_000));
        all.put("brackets", "(".repeat(4_000) + "true" + ")".repeat(4_000));
        all.put("denials", "!".repeat(8_000) + "true");
        all.put("a chain of and", "true" + " && true".repeat(1_000));
        all.put("a chain of names", "resource.name == 'a'" + " || resource.name == 'a'".repeat(300));
        all.put("choices", "true ? true : ".repeat(500) + "true");
        all.put("comparisons of truths", "(".repeat(55) + "true" + " == true)".repeat(55));
        all.put("a list as long as it may be", "resource.name in [" + "'a',".repeat(1_900) + "'a']");
        all.put("nested lists", "[".repeat(4_000) + "]".repeat(4_000) + " == []");
        all.put("a long sum", "resource.name == 'a'" + " + 'a'".repeat(900));
        all.put("a pattern that counts twice", "resource.name.matches('(a{1,500}){1,500}')");
        all.put("a pattern of stars", "resource.name.matches('" + "(".repeat(40) + "a" + "*)".repeat(40) + "$')");
        all.put("a pattern of options", "resource.name.matches('" + "a?".repeat(100) + "$')");
        all.put("a pattern out of the name", "resource.name.matches(resource.name)");
        all.put(
                "many patterns",
                "resource.name.matches('(a?){80}b')" + " || resource.name.matches('(a?){80}b')".repeat(60));
        all.put("a pattern that looks back", "resource.name.matches('(a+)\\\\1')");
        all.put("a template of braces", "resource.name.extract('" + "{a}".repeat(500) + "') == 'a'");
        all.put("a template that nearly fits", "resource.name.extract('" + "a".repeat(2_000) + "{x}') == 'a'");
        all.put("loops", "[1,2,3].all(x, [1,2,3].all(y, x != y))");
        all.put("a megabyte", "true" + " ".repeat(1_000_000));
        all.put("a text that does not end", "'a");
        all.put("half a character", "resource.name == '\uD800'");
        all.put("the last day", "timestamp('9999-12-31T23:59:59Z') + duration('315576000000s') > request.time");
        all.put("a number that does not fit", "destination.port == 92233720368547758070");
        return all.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("conditions")
    @Timeout(20)
    void a_hostile_condition_comes_to_something(Map.Entry<String, String> condition) {
        var compiled = new IamConditions().of(condition.getValue());

        assertThat(compiled.claim(ONE)).isNotNull();
        assertThat(compiled.claim(EVERY)).isNotNull();
    }
}
