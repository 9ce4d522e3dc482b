package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.analysis.UllageFigure;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void an_uncertain_share_is_rounded_away_from_claiming_too_much() {
        var figure = new UllageFigure("p", 3, 1, 1);

        assertThat(Numbers.atLeast(figure)).isEqualTo(33);
        assertThat(Numbers.atMost(figure)).isEqualTo(67);
    }

    @Test
    void a_certain_share_has_one_number() {
        var figure = new UllageFigure("p", 12, 5, 0);

        assertThat(Numbers.atLeast(figure)).isEqualTo(42);
        assertThat(Numbers.atMost(figure)).isEqualTo(42);
    }

    @Test
    void nothing_granted_is_no_ullage() {
        assertThat(Numbers.atMost(new UllageFigure("p", 0, 0, 0))).isZero();
    }

    @Property
    void the_least_is_never_above_the_most(
            @ForAll @IntRange(max = 50) int empty,
            @ForAll @IntRange(max = 50) int unsure,
            @ForAll @IntRange(max = 50) int rest) {
        var figure = new UllageFigure("p", empty + unsure + rest, empty, unsure);

        assertThat(Numbers.atLeast(figure)).isBetween(0, Numbers.atMost(figure));
        assertThat(Numbers.atMost(figure)).isLessThanOrEqualTo(100);
    }
}
