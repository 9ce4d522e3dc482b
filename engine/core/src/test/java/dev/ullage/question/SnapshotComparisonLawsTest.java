package dev.ullage.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.SmallEstates;
import dev.ullage.access.SmallEstates.Pair;
import dev.ullage.model.Answer;
import dev.ullage.model.Fact;
import dev.ullage.model.Snapshot;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SnapshotComparisonLawsTest {

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

    private static AccessDiff diff(List<Fact> before, List<Fact> after) {
        return SnapshotComparison.diff(
                new EstateAccess(Snapshot.of(before), Access.AS_OF),
                new EstateAccess(Snapshot.of(after), Access.AS_OF));
    }

    @Property(tries = 100)
    void nothing_changes_between_an_estate_and_itself(@ForAll("estates") List<Fact> facts) {
        assertThat(diff(facts, facts)).isEqualTo(new AccessDiff(List.of(), List.of(), List.of()));
    }

    @Property(tries = 100)
    void one_allow_more_loses_nothing(@ForAll("oneAllowMore") Pair pair) {
        assertThat(diff(pair.without(), pair.with()).changes()).noneMatch(change -> change.after() == Answer.NO);
    }

    @Property(tries = 100)
    void one_deny_more_gains_nothing(@ForAll("oneDenyMore") Pair pair) {
        assertThat(diff(pair.without(), pair.with()).changes()).noneMatch(AccessChange::isGained);
    }
}
