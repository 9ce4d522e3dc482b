package dev.ullage.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.aws.AwsEstate;
import dev.ullage.access.gcp.GcpEstate;
import dev.ullage.model.Answer;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotComparisonTest {

    private static final String ACME = "111122223333";
    private static final String ANA = "user:ana@acme.example";
    private static final String VIEWER = "roles/storage.objectViewer";
    private static final String TRAIN = "arn:aws:iam::111122223333:role/train";

    private static GcpEstate gcp() {
        return GcpEstate.with().project("ml").bucket("gs://models", "ml");
    }

    private static AwsEstate aws(String... statements) {
        return AwsEstate.with().account(ACME).bucket("s3://models", ACME).role(TRAIN, statements);
    }

    private static String reading(String pattern) {
        return "Allow s3:GetObject on arn:aws:s3:::models/" + pattern;
    }

    private static AccessDiff diff(Snapshot before, Snapshot after) {
        return SnapshotComparison.diff(new EstateAccess(before, Access.AS_OF), new EstateAccess(after, Access.AS_OF));
    }

    /** Each change of what can be read, in a line. */
    private static List<String> reads(AccessDiff diff) {
        return diff.changes().stream()
                .filter(change -> change.permissionClass() == PermissionClass.READ)
                .map(change -> "%s %s→%s %s such as %s"
                        .formatted(
                                change.principal(), change.before(), change.after(), change.place(), change.witness()))
                .toList();
    }

    @Test
    void a_grant_that_is_new_is_gained() {
        var diff = diff(gcp().snapshot(), gcp().bind("gs://models", VIEWER, ANA).snapshot());

        assertThat(reads(diff)).containsExactly(ANA + " NO→YES gs://models/* such as gs://models/x");
        assertThat(diff.hasGain()).isTrue();
    }

    @Test
    void a_grant_that_is_gone_is_lost() {
        var diff = diff(gcp().bind("gs://models", VIEWER, ANA).snapshot(), gcp().snapshot());

        assertThat(reads(diff)).containsExactly(ANA + " YES→NO gs://models/* such as gs://models/x");
        assertThat(diff.hasGain()).isFalse();
        assertThat(diff.mayHideGain()).isFalse();
    }

    @Test
    void a_grant_that_is_wider_is_gained_by_exactly_the_difference() {
        var diff = diff(aws(reading("a/*")).snapshot(), aws(reading("*")).snapshot());

        assertThat(reads(diff))
                .singleElement()
                .asString()
                .startsWith(TRAIN + " NO→YES s3://models/* except a/* such as s3://models/");
    }

    @Test
    void the_same_set_written_in_another_way_is_no_change() {
        var diff = diff(
                aws(reading("a*")).snapshot(),
                aws(reading("a*"), reading("ab*")).snapshot());

        assertThat(diff.changes()).isEmpty();
    }

    @Test
    void a_policy_that_was_not_read_again_takes_nothing_away_for_sure() {
        var diff = diff(
                aws(reading("*")).snapshot(), aws().without(Topic.IAM_POLICIES).snapshot());

        assertThat(reads(diff)).allMatch(line -> line.contains("YES→UNKNOWN"));
        assertThat(diff.mayHideGain()).isTrue();
    }

    @Test
    void a_policy_that_was_not_read_before_gives_nothing_new_for_sure() {
        var diff = diff(
                aws().without(Topic.IAM_POLICIES).snapshot(), aws(reading("*")).snapshot());

        assertThat(reads(diff)).allMatch(line -> line.contains("UNKNOWN→YES"));
        assertThat(diff.hasGain()).isFalse();
        assertThat(diff.mayHideGain()).isTrue();
    }

    @Test
    void what_neither_has_read_does_not_hide_what_is_new_among_the_rest() {
        var diff = diff(
                gcp().without(Topic.DENY_POLICIES).snapshot(),
                gcp().without(Topic.DENY_POLICIES)
                        .bind("gs://models", VIEWER, ANA)
                        .snapshot());

        assertThat(diff.hasGain()).isTrue();
    }

    @Test
    void a_topic_that_was_read_once_is_named() {
        var diff = diff(gcp().snapshot(), gcp().without(Topic.IAM_POLICIES).snapshot());

        assertThat(diff.coverage())
                .extracting(CoverageChange::topic, CoverageChange::before, CoverageChange::after)
                .contains(org.assertj.core.groups.Tuple.tuple(Topic.IAM_POLICIES, CoverageStatus.COMPLETE, null));
    }

    @Test
    void a_bucket_that_was_deleted_is_no_gap_in_what_was_read() {
        var before = gcp().bucket("gs://old", "ml").read(Topic.BUCKET_ACLS, "gs://old");

        assertThat(diff(before.snapshot(), gcp().snapshot()).coverage()).isEmpty();
    }

    @Test
    void access_that_everybody_has_now_is_not_lost_by_one() {
        var diff = diff(
                gcp().bind("gs://models", VIEWER, ANA).snapshot(),
                gcp().bind("gs://models", VIEWER, "allUsers").snapshot());

        assertThat(reads(diff)).containsExactly("allUsers NO→YES gs://models/* such as gs://models/x");
    }

    @Test
    void a_member_of_a_group_that_is_not_read_any_more_may_still_have_access() {
        var group = "group:ml@acme.example";
        var diff = diff(
                gcp().bind("gs://models", VIEWER, group).member(group, ANA).snapshot(),
                gcp().bind("gs://models", VIEWER, group)
                        .without(Topic.GROUP_MEMBERSHIPS)
                        .snapshot());

        assertThat(reads(diff)).contains(ANA + " YES→UNKNOWN gs://models/* such as gs://models/x");
    }

    @Test
    void a_condition_that_is_not_known_may_give_access() {
        var diff = diff(
                gcp().snapshot(),
                gcp().bindIf("request.auth.claims.x == 'y'", "gs://models", VIEWER, ANA)
                        .snapshot());

        assertThat(reads(diff)).containsExactly(ANA + " NO→UNKNOWN gs://models/* such as gs://models/x");
        assertThat(diff.mayHideGain()).isTrue();
    }

    @Test
    void what_is_gained_comes_first_and_what_is_lost_last() {
        var diff = diff(
                gcp().bind("gs://models", VIEWER, "user:a@acme.example").snapshot(),
                gcp().bind("gs://models", VIEWER, "user:z@acme.example").snapshot());

        assertThat(diff.changes())
                .extracting(AccessChange::after)
                .isSortedAccordingTo(java.util.Comparator.comparing((Answer after) -> after == Answer.NO));
    }
}
