package dev.ullage.access.gcp;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.IMPERSONATE;
import static dev.ullage.model.PermissionClass.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.model.Answer;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Topic;
import org.junit.jupiter.api.Test;

class GcpMembersTest {

    private static final String ANA = "user:ana@acme.example";
    private static final String BEN = "user:ben@acme.example";
    private static final String ROBOT = "serviceAccount:train@acme.iam.gserviceaccount.com";
    private static final String ML = "group:ml@acme.example";
    private static final String ALL = "group:all@acme.example";
    private static final String VIEWER = "roles/storage.objectViewer";

    private static GcpEstate estate() {
        return GcpEstate.with().project("acme").bucket("gs://models", "acme");
    }

    @Test
    void members_of_a_group_have_its_roles_and_the_group_itself_does_not_appear() {
        var access = Access.of(
                estate().member(ML, ANA, ROBOT).bind("gs://models", VIEWER, ML).snapshot());

        assertThat(access.who(READ, "gs://models/a")).containsExactly(ROBOT, ANA);
        assertThat(access.why(ANA, READ, "gs://models/a"))
                .containsExactly("user:ana@acme.example is a member of group:ml@acme.example"
                        + " → group:ml@acme.example has roles/storage.objectViewer on gs://models");
    }

    @Test
    void a_member_of_a_nested_group_is_explained_from_the_inside_out() {
        var access = Access.of(estate().member(ALL, ML)
                .member(ML, ANA)
                .bind("gs://models", VIEWER, ALL)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
        assertThat(access.why(ANA, READ, "gs://models/a"))
                .containsExactly("user:ana@acme.example is a member of group:ml@acme.example"
                        + " → group:ml@acme.example is a member of group:all@acme.example"
                        + " → group:all@acme.example has roles/storage.objectViewer on gs://models");
    }

    @Test
    void groups_that_contain_each_other_have_the_same_members_whichever_is_asked_first() {
        var estate = estate().member(ALL, ML, ANA)
                .member(ML, ALL, BEN)
                .bind("gs://models", VIEWER, ALL)
                .bind("gs://models", "roles/storage.objectCreator", ML);

        assertThat(Access.of(estate.snapshot()).who(READ, "gs://models/a")).containsExactly(ANA, BEN);
        assertThat(Access.of(estate.snapshot()).who(CREATE, "gs://models/a")).containsExactly(ANA, BEN);
    }

    @Test
    void a_chain_of_five_thousand_groups_is_followed_to_its_end() {
        var estate = estate().bind("gs://models", VIEWER, "group:g0@acme.example");
        for (int i = 0; i < 5_000; i++) {
            estate.member("group:g" + i + "@acme.example", "group:g" + (i + 1) + "@acme.example");
        }
        estate.member("group:g5000@acme.example", ANA);

        assertThat(Access.of(estate.snapshot()).who(READ, "gs://models/a")).containsExactly(ANA);
    }

    @Test
    void a_group_whose_members_were_not_read_stands_for_them_beside_those_who_are_known() {
        var access = Access.of(estate().without(Topic.GROUP_MEMBERSHIPS)
                .member(ML, ANA)
                .bind("gs://models", VIEWER, ML)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ML, READ, "gs://models/a")).isEqualTo(YES);
    }

    @Test
    void an_unread_group_inside_a_read_one_stands_for_its_members() {
        var access = Access.of(estate().without(Topic.GROUP_MEMBERSHIPS)
                .read(Topic.GROUP_MEMBERSHIPS, ALL)
                .member(ALL, ML)
                .bind("gs://models", VIEWER, ALL)
                .snapshot());

        assertThat(access.who(READ, "gs://models/a")).containsExactly(ML);
        assertThat(access.why(ML, READ, "gs://models/a"))
                .containsExactly("group:ml@acme.example is a member of group:all@acme.example"
                        + " → group:all@acme.example has roles/storage.objectViewer on gs://models");
    }

    @Test
    void the_case_of_a_mail_address_carries_no_meaning() {
        var access = Access.of(estate().without(Topic.GROUP_MEMBERSHIPS)
                .read(Topic.GROUP_MEMBERSHIPS, "group:ML@acme.example")
                .member("group:Ml@Acme.example", "user:Ana@ACME.example")
                .bind("gs://models", VIEWER, "group:mL@acme.EXAMPLE")
                .snapshot());

        assertThat(access.who(READ, "gs://models/a")).containsExactly(ANA);
    }

    @Test
    void the_case_of_a_federated_subject_does() {
        var subject = "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/subject/Ana";
        var access = Access.of(estate().bind("gs://models", VIEWER, subject).snapshot());

        assertThat(access.who(READ, "gs://models/a")).containsExactly(subject);
    }

    @Test
    void a_deleted_member_has_nothing() {
        var access = Access.of(estate().bind("gs://models", VIEWER, "deleted:user:ana@acme.example?uid=123")
                .snapshot());

        assertThat(access.entitlements()).isEmpty();
    }

    @Test
    void a_disabled_service_account_has_nothing_directly_or_through_a_group() {
        var access = Access.of(estate().principal(ROBOT, PrincipalKind.SERVICE_ACCOUNT, "projects/acme", Answer.NO)
                .member(ML, ROBOT)
                .bind("gs://models", VIEWER, ROBOT, ML)
                .snapshot());

        assertThat(access.who(READ, "gs://models/a")).isEmpty();
    }

    @Test
    void a_disabled_account_is_known_in_any_spelling() {
        var access = Access.of(estate().principal("user:Ana@Acme.example", PrincipalKind.USER, null, Answer.NO)
                .bind("gs://models", VIEWER, "user:ana@acme.example")
                .snapshot());

        assertThat(access.who(READ, "gs://models/a")).isEmpty();
    }

    @Test
    void nobody_impersonates_a_disabled_service_account() {
        var access = Access.of(estate().principal(ROBOT, PrincipalKind.SERVICE_ACCOUNT, "projects/acme", Answer.NO)
                .bind(ROBOT, "roles/iam.serviceAccountTokenCreator", ANA)
                .snapshot());

        assertThat(access.may(ANA, IMPERSONATE, ROBOT)).isEqualTo(NO);
    }

    @Test
    void a_domain_means_itself_and_the_listed_people_of_it() {
        var access = Access.of(estate().user("user:Ana@acme.example")
                .user("user:eve@other.example")
                .principal("user:gone@acme.example", PrincipalKind.USER, null, Answer.NO)
                .bind("gs://models", VIEWER, "domain:ACME.example")
                .snapshot());

        assertThat(access.who(READ, "gs://models/a")).containsExactly("domain:acme.example", ANA);
        assertThat(access.why(ANA, READ, "gs://models/a"))
                .containsExactly("user:Ana@acme.example belongs to domain:acme.example"
                        + " → domain:ACME.example has roles/storage.objectViewer on gs://models");
    }

    @Test
    void a_convenience_member_means_those_who_have_the_basic_role_on_the_project() {
        var access = Access.of(estate().bind("projects/acme", "roles/viewer", ANA)
                .bind("projects/acme", "roles/editor", BEN)
                .bind("gs://models", "roles/storage.legacyObjectReader", "projectViewer:acme")
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(BEN, READ, "gs://models/a")).isEqualTo(NO);
        assertThat(access.may("projectViewer:acme", READ, "gs://models/a")).isEqualTo(NO);
        assertThat(access.why(ANA, READ, "gs://models/a"))
                .containsExactly(
                        "user:ana@acme.example has roles/viewer on projects/acme, which makes it"
                                + " projectViewer:acme → projectViewer:acme has roles/storage.legacyObjectReader on gs://models");
    }

    @Test
    void a_convenience_member_is_found_when_its_project_is_bound_by_number() {
        var access = Access.of(estate().bind("projects/" + GcpEstate.number("acme"), "roles/editor", ANA)
                .bind("gs://models", "roles/storage.legacyBucketOwner", "projectEditor:acme")
                .snapshot());

        assertThat(access.may(ANA, CREATE, "gs://models/a")).isEqualTo(YES);
    }

    @Test
    void a_group_with_a_basic_role_is_followed_through_the_convenience_member() {
        var access = Access.of(estate().member(ML, ANA)
                .bind("projects/acme", "roles/editor", ML)
                .bind("gs://models", "roles/storage.legacyBucketOwner", "projectEditor:acme")
                .snapshot());

        assertThat(access.why(ANA, CREATE, "gs://models/a"))
                .containsExactly(
                        "user:ana@acme.example is a member of group:ml@acme.example"
                                + " → group:ml@acme.example has roles/editor on projects/acme, which makes it"
                                + " projectEditor:acme → projectEditor:acme has roles/storage.legacyBucketOwner on gs://models");
    }

    @Test
    void whoever_inherits_a_basic_role_from_above_may_or_may_not_be_a_convenience_member() {
        var access = Access.of(GcpEstate.with()
                .organization("organizations/1")
                .project("acme", "organizations/1")
                .bucket("gs://models", "acme")
                .bind("organizations/1", "roles/editor", ANA)
                .bind("gs://models", "roles/storage.legacyBucketOwner", "projectEditor:acme")
                .snapshot());

        assertThat(access.may(ANA, CREATE, "gs://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(ANA, CREATE, "gs://models/a"))
                .containsExactly("whether projectEditor:acme includes those who inherit roles/editor from"
                        + " organizations/1 is not documented");
    }

    @Test
    void a_convenience_member_of_a_project_whose_policy_was_not_read_stands_for_itself() {
        var access = Access.of(estate().without(Topic.IAM_POLICIES)
                .bind("gs://models", "roles/storage.legacyBucketOwner", "projectEditor:elsewhere")
                .snapshot());

        assertThat(access.may("projectEditor:elsewhere", CREATE, "gs://models/a"))
                .isEqualTo(YES);
    }

    @Test
    void a_convenience_member_with_a_basic_role_does_not_go_round_in_circles() {
        var access = Access.of(estate().bind("projects/acme", "roles/editor", "projectEditor:acme", ANA)
                .bind("gs://models", "roles/storage.legacyBucketOwner", "projectEditor:acme")
                .snapshot());

        assertThat(access.who(CREATE, "gs://models/a")).containsExactly(ANA);
    }

    @Test
    void somebody_with_members_of_their_own_in_the_input_is_still_themselves() {
        var access = Access.of(
                estate().member(ANA, BEN).bind("gs://models", VIEWER, ANA).snapshot());

        assertThat(access.who(READ, "gs://models/a")).containsExactly(ANA);
    }
}
