package dev.ullage.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.SmallEstates;
import dev.ullage.access.aws.AwsEstate;
import dev.ullage.access.gcp.GcpEstate;
import dev.ullage.model.Answer;
import dev.ullage.model.Fact;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Topic;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WhoCanTest {

    private static final String VIEWER = "roles/storage.objectViewer";

    @Provide
    Arbitrary<List<Fact>> estates() {
        return SmallEstates.estates();
    }

    @Provide
    Arbitrary<String> objects() {
        return Arbitraries.of("gs://models/a/b/x", "gs://models/b/x", "s3://models/a/x", "s3://models/b/x");
    }

    private static AccessAnswer ask(Snapshot snapshot, String permission, String place)
            throws MalformedQuestionException {
        return new WhoCan(new EstateAccess(snapshot, Access.AS_OF))
                .ask(AskedPermission.of(permission), AskedPlace.of(place));
    }

    @Property(tries = 150)
    void a_question_finds_those_that_all_entitlements_name(
            @ForAll("estates") List<Fact> facts, @ForAll("objects") String object) throws MalformedQuestionException {
        var snapshot = Snapshot.of(facts);
        var access = Access.of(snapshot);

        var answer = ask(snapshot, "read", object);

        var found = answer.rows().stream().map(AccessRow::principal).collect(Collectors.toCollection(TreeSet::new));
        if (new EstateAccess(snapshot, Access.AS_OF)
                .facts()
                .bucket(object.substring(0, object.indexOf('/', 5)))
                .isPresent()) {
            assertThat(found).isEqualTo(new TreeSet<>(access.who(PermissionClass.READ, object)));
            assertThat(answer.rows())
                    .allSatisfy(row -> assertThat(access.may(row.principal(), PermissionClass.READ, object))
                            .isEqualTo(row.granted()));
        }
    }

    @Test
    void everybody_and_a_group_that_was_not_read_are_shown_as_what_they_are() throws MalformedQuestionException {
        var estate = GcpEstate.with()
                .project("ml")
                .bucket("gs://models", "ml")
                .bind("gs://models", VIEWER, "allUsers", "group:ml@acme.example")
                .without(Topic.GROUP_MEMBERSHIPS);

        assertThat(ask(estate.snapshot(), "read", "gs://models").rows())
                .extracting(row -> row.principal() + ": " + row.standsFor())
                .containsExactly("allUsers: everybody", "group:ml@acme.example: a group, members not read");
    }

    @Test
    void a_policy_that_was_not_read_leaves_the_answer_open() throws MalformedQuestionException {
        var estate = GcpEstate.with().project("ml").bucket("gs://models", "ml").without(Topic.IAM_POLICIES);

        assertThat(ask(estate.snapshot(), "read", "gs://models").isComplete()).isFalse();
    }

    @Test
    void access_points_that_nobody_listed_leave_the_answer_open_where_the_bucket_leaves_it_to_them()
            throws MalformedQuestionException {
        var estate = AwsEstate.with()
                .account("111122223333")
                .bucket("s3://lake", "111122223333")
                .bucketPolicy(
                        "s3://lake",
                        "Allow to * s3:* on arn:aws:s3:::lake/* if StringEquals s3:DataAccessPointAccount 111122223333")
                .without(Topic.ACCESS_POINTS);

        assertThat(ask(estate.snapshot(), "read", "s3://lake").isComplete()).isFalse();
    }

    @Test
    void who_gets_in_by_an_access_point_is_among_them() throws MalformedQuestionException {
        var point = "arn:aws:s3:eu-central-1:111122223333:accesspoint/train";
        var ana = "arn:aws:iam::111122223333:user/ana";
        var estate = AwsEstate.with()
                .account("111122223333")
                .bucket("s3://lake", "111122223333")
                .bucketPolicy(
                        "s3://lake",
                        "Allow to * s3:* on arn:aws:s3:::lake/* if StringEquals s3:DataAccessPointAccount 111122223333")
                .accessPoint(point, "s3://lake")
                .bucketPolicy(point, "Allow to " + ana + " s3:GetObject on " + point + "/object/*")
                .user(ana);

        assertThat(ask(estate.snapshot(), "read", "s3://lake/x").rows())
                .extracting(row -> row.principal())
                .containsExactly(ana);
    }

    @Test
    void an_object_outside_the_grant_is_nobodys() throws MalformedQuestionException {
        var estate = GcpEstate.with()
                .project("ml")
                .bucket("gs://models", "ml")
                .bind("gs://models/a/", VIEWER, "user:ana@acme.example");

        assertThat(ask(estate.snapshot(), "read", "gs://models/b/x").rows()).isEmpty();
    }

    @Test
    void what_one_grant_gives_for_sure_is_not_open_because_another_may_give_it() throws MalformedQuestionException {
        var ana = "user:ana@acme.example";
        var estate = GcpEstate.with()
                .project("ml")
                .bucket("gs://models", "ml")
                .bind("gs://models", VIEWER, ana)
                .bindIf("request.auth.claims.x == 'y'", "gs://models", VIEWER, ana);

        assertThat(ask(estate.snapshot(), "read", "gs://models").isComplete()).isTrue();
    }

    @Test
    void a_native_permission_is_asked_alone() throws MalformedQuestionException {
        var estate = GcpEstate.with()
                .project("ml")
                .bucket("gs://models", "ml")
                .bind("gs://models", "roles/storage.admin", "user:ana@acme.example");

        assertThat(ask(estate.snapshot(), "storage.buckets.update", "gs://models")
                        .rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.permissions()).containsExactly("storage.buckets.update");
                    assertThat(row.granted()).isEqualTo(Answer.YES);
                });
    }
}
