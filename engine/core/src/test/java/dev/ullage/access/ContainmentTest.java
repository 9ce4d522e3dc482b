package dev.ullage.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Containment.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ContainmentTest {

    private static final int LONGEST = 5;
    private static final String LETTERS = "xy/";

    /** Every name of a small alphabet, shortest first. Patterns below have no letter that is not in it. */
    private static final List<String> NAMES = names();

    private static List<String> names() {
        var names = new ArrayList<>(List.of(""));
        int from = 0;
        for (int length = 1; length <= LONGEST; length++) {
            int to = names.size();
            for (int i = from; i < to; i++) {
                for (char letter : LETTERS.toCharArray()) {
                    names.add(names.get(i) + letter);
                }
            }
            from = to;
        }
        return names.subList(1, names.size());
    }

    @Provide
    Arbitrary<NameSet> sets() {
        var pattern = Arbitraries.strings().withChars("xy/*?").ofMinLength(1).ofMaxLength(4);
        var set = pattern.map(text -> NameSet.matching(text, ""));
        var union = set.list().ofMinSize(1).ofMaxSize(3).map(NameSet::union);
        return Combinators.combine(union, union, Arbitraries.of(true, false))
                .as((some, others, less) -> less ? some.minus(others) : some);
    }

    private static Optional<String> firstOutside(NameSet granted, NameSet declared) {
        return NAMES.stream()
                .filter(name -> granted.contains(name) && !declared.contains(name))
                .findFirst();
    }

    @Property
    void a_witness_lies_outside_and_no_shorter_name_does(
            @ForAll("sets") NameSet granted, @ForAll("sets") NameSet declared) {
        var containment = Containment.of(Reach.exactly(granted), declared, List.of());

        containment.witness().ifPresent(witness -> {
            assertThat(granted.contains(witness)).isTrue();
            assertThat(declared.contains(witness)).isFalse();
            assertThat(firstOutside(granted, declared).map(String::length).orElse(witness.length()))
                    .isGreaterThanOrEqualTo(witness.length());
        });
    }

    @Property
    void where_there_is_no_witness_no_name_lies_outside(
            @ForAll("sets") NameSet granted, @ForAll("sets") NameSet declared) {
        var containment = Containment.of(Reach.exactly(granted), declared, List.of());

        if (containment.verdict() == Verdict.INSIDE) {
            assertThat(firstOutside(granted, declared)).isEmpty();
        }
    }

    @Property
    void what_lies_outside_is_found(@ForAll("sets") NameSet granted, @ForAll("sets") NameSet declared) {
        if (firstOutside(granted, declared).isPresent()) {
            assertThat(Containment.of(Reach.exactly(granted), declared, List.of())
                            .verdict())
                    .isEqualTo(Verdict.OUTSIDE);
        }
    }

    @Test
    void what_may_lie_outside_says_what_is_missing() {
        var containment =
                Containment.of(Reach.atMost(NameSet.prefix("other/")), NameSet.prefix("data/"), List.of("who knows"));

        assertThat(containment)
                .isEqualTo(new Containment(Verdict.UNKNOWN, Optional.of("other/"), List.of("who knows")));
    }

    @Test
    void what_takes_too_much_to_compare_is_unknown_and_says_so() {
        var many = NameSet.matching("*a*b*c*d*e*f*g*h*i*j*", "");
        var others = NameSet.matching("*1*2*3*4*5*6*7*8*9*0*", "");

        assertThat(Containment.of(Reach.exactly(many), others, List.of()).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }
}
