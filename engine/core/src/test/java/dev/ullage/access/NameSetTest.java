package dev.ullage.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ullage.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NameSetTest {

    /** Every name of up to four characters over a small alphabet: small enough to ask about each. */
    private static final List<String> NAMES = names();

    private static List<String> names() {
        var names = new ArrayList<>(List.of(""));
        for (int i = 0; names.get(i).length() < 4; i++) {
            for (var letter : List.of("a", "b", "/")) {
                names.add(names.get(i) + letter);
            }
        }
        return names;
    }

    @Provide
    Arbitrary<NameSet> sets() {
        var glob = Arbitraries.strings().withChars('a', 'b', '/', '*', '?').ofMaxLength(4);
        var globs = glob.map(text -> NameSet.matching(text, "")).list().ofMaxSize(3);
        return globs.tuple2().map(pair -> NameSet.union(pair.get1()).minus(NameSet.union(pair.get2())));
    }

    @Property(tries = 500)
    void a_union_holds_what_either_holds(@ForAll("sets") NameSet left, @ForAll("sets") NameSet right) {
        assertThat(members(left.or(right))).isEqualTo(where(left, right, (a, b) -> a || b));
    }

    @Property(tries = 500)
    void an_intersection_holds_what_both_hold(@ForAll("sets") NameSet left, @ForAll("sets") NameSet right) {
        assertThat(members(left.and(right))).isEqualTo(where(left, right, (a, b) -> a && b));
    }

    @Property(tries = 500)
    void a_difference_holds_what_only_the_first_holds(@ForAll("sets") NameSet left, @ForAll("sets") NameSet right) {
        assertThat(members(left.minus(right))).isEqualTo(where(left, right, (a, b) -> a && !b));
    }

    @Property(tries = 500)
    void what_is_taken_away_from_itself_leaves_nothing(@ForAll("sets") NameSet set) {
        assertThat(set.minus(set).isEmpty()).isTrue();
    }

    @Property(tries = 300)
    void a_set_is_empty_only_if_it_has_no_shortest_name(@ForAll("sets") NameSet left, @ForAll("sets") NameSet right) {
        var difference = left.minus(right);

        assertThat(difference.shortest().isPresent()).isEqualTo(!difference.isEmpty());
    }

    @Property(tries = 300)
    void the_shortest_name_is_in_the_set_and_none_is_shorter(
            @ForAll("sets") NameSet left, @ForAll("sets") NameSet right) {
        var difference = left.minus(right);
        difference.shortest().ifPresent(shortest -> {
            assertThat(difference.contains(shortest)).isTrue();
            assertThat(members(difference)).allMatch(name -> name.length() >= shortest.length());
        });
    }

    @Property(tries = 300)
    void the_shortest_name_hangs_on_the_names_and_not_on_how_they_are_written(
            @ForAll("sets") NameSet left, @ForAll("sets") NameSet right) {
        var once = left.minus(right);
        var again = left.and(NameSet.all().minus(right)).or(once.and(right.or(left)));

        assertThat(again.shortest()).isEqualTo(once.shortest());
    }

    @Test
    void the_shortest_name_is_one_that_can_be_typed() {
        assertThat(NameSet.all().minus(NameSet.itself()).shortest()).hasValue("x");
        assertThat(NameSet.matching("?*", "").minus(NameSet.prefix("x")).shortest())
                .hasValue("a");
        assertThat(NameSet.matching("?\u00e9?", "").shortest()).hasValue("x\u00e9x");
    }

    @Property(tries = 300)
    void the_places_of_a_set_together_are_the_set(@ForAll("sets") NameSet left, @ForAll("sets") NameSet right) {
        var set = left.minus(right);
        var again = NameSet.union(set.places("gs://b").stream().map(NameSet::of).toList());

        assertThat(members(again)).isEqualTo(members(set));
    }

    private static List<String> members(NameSet set) {
        return NAMES.stream().filter(set::contains).toList();
    }

    private static List<String> where(NameSet left, NameSet right, BiPredicate<Boolean, Boolean> both) {
        return NAMES.stream()
                .filter(name -> both.test(left.contains(name), right.contains(name)))
                .toList();
    }

    @Test
    void everything_but_a_prefix_is_shown_as_such() {
        assertThat(NameSet.all().minus(NameSet.prefix("fraud/")).places("gs://models"))
                .extracting(Place::toString)
                .containsExactly("gs://models/* except fraud/*");
    }

    @Test
    void a_literal_star_in_a_name_is_not_a_wildcard() {
        assertThat(NameSet.of("a*").contains("ab")).isFalse();
    }

    @Test
    void a_policy_pattern_over_whole_arns_becomes_the_names_behind_the_bucket() {
        assertThat(NameSet.matching("arn:aws:s3:::acme-*/data/*", "arn:aws:s3:::acme-models/")
                        .places("s3://acme-models"))
                .extracting(Place::toString)
                .containsExactly("s3://acme-models/{*/data/*, data/*}");
    }

    @Test
    void patterns_with_too_many_ways_to_meet_are_refused_with_the_limit() {
        var left = NameSet.matching("*a*b*c*d*e*f*g*h*", "");
        var right = NameSet.matching("*1*2*3*4*5*6*7*8*", "");

        assertThatThrownBy(() -> left.and(right))
                .isInstanceOf(TooComplexException.class)
                .hasMessageContaining("64");
    }

    @Test
    void a_pathological_pattern_is_compared_in_bounded_time() {
        var pathological = NameSet.matching("*a".repeat(200) + "b", "");

        assertThat(pathological.contains("a".repeat(2000))).isFalse();
    }

    @Test
    void ten_thousand_single_names_are_one_set() {
        assertThat(NameSet.union(numbers("object-", 10_000)).contains("object-9999"))
                .isTrue();
    }

    @Property(tries = 300)
    void the_order_in_which_sets_are_taken_away_changes_nothing(
            @ForAll("sets") NameSet from, @ForAll("sets") NameSet first, @ForAll("sets") NameSet second) {
        assertThat(members(from.minus(first).minus(second)))
                .isEqualTo(members(from.minus(second).minus(first)))
                .isEqualTo(members(from.minus(first.or(second))));
    }

    @Property(tries = 300)
    void a_union_is_the_same_in_either_order(@ForAll("sets") NameSet left, @ForAll("sets") NameSet right) {
        assertThat(left.or(right)).hasToString(right.or(left).toString());
    }

    @Test
    void a_name_that_a_difference_gives_back_can_be_taken_away_again() {
        var allButAllButOne = NameSet.all().minus(NameSet.all().minus(NameSet.of("a")));

        assertThat(allButAllButOne.minus(NameSet.of("a")).isEmpty()).isTrue();
    }

    @Test
    void a_name_that_one_pattern_gives_back_is_taken_away_by_the_next() {
        var allButOneAndThatOne = NameSet.all().minus(NameSet.of("ab")).or(NameSet.prefix("a"));

        assertThat(NameSet.all().minus(allButOneAndThatOne).isEmpty()).isTrue();
    }

    @Test
    void a_name_written_with_wildcards_for_one_character_meets_the_names_that_fit() {
        assertThat(NameSet.matching("a?", "").and(NameSet.matching("?b", "")).places("gs://b"))
                .extracting(Place::toString)
                .containsExactly("gs://b/ab");
    }

    @Test
    @Timeout(10)
    void thousands_of_single_names_are_compared_by_looking_them_up() {
        var left = NameSet.union(numbers("object-", 5_000));
        var right = NameSet.union(numbers("object-1", 5_000)).or(NameSet.prefix("object-2"));

        assertThat(left.minus(right).contains("object-3")).isTrue();
        assertThat(left.and(right).contains("object-1234")).isTrue();
        assertThat(left.minus(left).isEmpty()).isTrue();
    }

    @Test
    void more_single_exceptions_than_a_person_could_read_are_refused_with_the_limit() {
        assertThatThrownBy(() -> NameSet.all().minus(NameSet.union(numbers("object-", 501))))
                .isInstanceOf(TooComplexException.class)
                .hasMessageContaining("500");
    }

    @Test
    void more_single_names_than_the_limit_are_refused() {
        assertThatThrownBy(() -> NameSet.union(numbers("object-", 10_001)))
                .isInstanceOf(TooComplexException.class)
                .hasMessageContaining("10000");
    }

    @Test
    @Timeout(10)
    void two_long_patterns_that_share_a_beginning_are_compared_without_exhausting_the_memory() {
        var run = "a".repeat(1000);

        assertThat(NameSet.matching(run + "*b", "")
                        .and(NameSet.matching(run + "*c", ""))
                        .isEmpty())
                .isTrue();
        assertThatThrownBy(() -> NameSet.matching("*" + run + "*b", "").intersects(NameSet.matching(run + "?*c*", "")))
                .isInstanceOf(TooComplexException.class);
    }

    @Test
    void patterns_that_begin_differently_are_disjoint_however_many_wildcards_follow() {
        var left = NameSet.matching("x*a*b*c*d*e*f*g*h*", "");
        var right = NameSet.matching("y*1*2*3*4*5*6*7*8*", "");

        assertThat(left.intersects(right)).isFalse();
    }

    @Test
    void patterns_too_long_to_compare_are_refused_with_their_lengths() {
        var left = NameSet.matching("?".repeat(3000) + "*a", "");
        var right = NameSet.matching("*b" + "?".repeat(3000), "");

        assertThatThrownBy(() -> left.and(right))
                .isInstanceOf(TooComplexException.class)
                .hasMessageContaining("3002");
    }

    private static List<NameSet> numbers(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> NameSet.of(prefix + i)).toList();
    }
}
