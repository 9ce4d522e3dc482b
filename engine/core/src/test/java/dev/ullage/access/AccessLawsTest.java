package dev.ullage.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.SmallEstates.Pair;
import dev.ullage.access.aws.AwsAcls;
import dev.ullage.model.Fact;
import dev.ullage.model.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of effective access that hold for whatever the clouds say. */
class AccessLawsTest {

    @Provide
    Arbitrary<List<Fact>> estates() {
        return SmallEstates.estates();
    }

    @Provide
    Arbitrary<Pair> oneAllowMore() {
        return SmallEstates.oneAllowMore();
    }

    @Provide
    Arbitrary<Pair> oneDenyMore() {
        return SmallEstates.oneDenyMore();
    }

    private static final List<String> EVERYBODY =
            List.of("allUsers", "allAuthenticatedUsers", "*", AwsAcls.ALL_USERS, AwsAcls.AUTHENTICATED_USERS);

    private static List<Entitlement> entitlements(List<Fact> facts) {
        return Access.of(Snapshot.of(facts)).entitlements();
    }

    /** What is reached, by everything that tells entitlements apart. */
    private static Map<String, Reach> reaches(List<Fact> facts) {
        var reaches = new TreeMap<String, Reach>();
        for (var one : entitlements(facts)) {
            var key = String.join(" ", one.principal(), one.permissionClass().word(), one.permission(), one.resource());
            reaches.merge(key, one.reach(), Reach::or);
        }
        return reaches;
    }

    /** What everybody has each has, though it is listed for everybody alone where all have it alike. */
    private static Reach effective(String key, Map<String, Reach> reaches) {
        var what = key.substring(key.indexOf(' '));
        return Reach.union(Stream.concat(Stream.of(key), EVERYBODY.stream().map(everybody -> everybody + what))
                .map(any -> reaches.getOrDefault(any, Reach.none()))
                .toList());
    }

    private static void assertGrows(List<Fact> smaller, List<Fact> larger) {
        var after = reaches(larger);
        reaches(smaller).forEach((key, before) -> {
            var grown = effective(key, after);
            assertThat(grown.sure().containsAll(before.sure()))
                    .as("%s: sure %s, then %s", key, before, grown)
                    .isTrue();
            assertThat(grown.possible().containsAll(before.possible()))
                    .as("%s: possible %s, then %s", key, before, grown)
                    .isTrue();
        });
    }

    @Property(tries = 400)
    void one_allow_more_never_takes_access_away(@ForAll("oneAllowMore") Pair pair) {
        assertGrows(pair.without(), pair.with());
    }

    @Property(tries = 400)
    void one_deny_more_never_gives_access(@ForAll("oneDenyMore") Pair pair) {
        assertGrows(pair.with(), pair.without());
    }

    @Property(tries = 200)
    void the_order_of_facts_changes_nothing(@ForAll("estates") List<Fact> facts, @ForAll long seed) {
        var shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(texts(shuffled)).isEqualTo(texts(facts));
    }

    private static List<String> texts(List<Fact> facts) {
        return entitlements(facts).stream().map(Entitlement::toString).sorted().toList();
    }

    @Property(tries = 300)
    void what_is_sure_is_possible(@ForAll("estates") List<Fact> facts) {
        assertThat(entitlements(facts))
                .allMatch(one -> one.reach().possible().containsAll(one.reach().sure()));
    }

    @Property(tries = 300)
    void what_is_not_sure_says_what_is_missing_and_what_is_sure_lacks_nothing(@ForAll("estates") List<Fact> facts) {
        assertThat(entitlements(facts))
                .allMatch(one -> one.reach().unsure().isEmpty() == one.missing().isEmpty());
    }

    @Property(tries = 300)
    void every_name_that_is_possible_has_a_ground(@ForAll("estates") List<Fact> facts) {
        assertThat(entitlements(facts))
                .allMatch(one -> NameSet.union(
                                one.grounds().stream().map(Ground::names).toList())
                        .containsAll(one.reach().possible()));
    }

    @Property(tries = 300)
    void nothing_is_an_entitlement_to_nothing(@ForAll("estates") List<Fact> facts) {
        assertThat(entitlements(facts)).noneMatch(one -> one.reach().isEmpty());
    }

    @Property(tries = 300)
    void no_principal_has_two_entitlements_to_the_same_permission_from_the_same_policies(
            @ForAll("estates") List<Fact> facts) {
        var keys = entitlements(facts).stream()
                .map(one -> one.principal() + " " + one.permissionClass() + " " + one.permission() + " "
                        + one.resource() + " " + one.grounds())
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }
}
