package dev.ullage.access.aws;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CONFIGURE;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.CREATE_KEY;
import static dev.ullage.model.PermissionClass.DELETE;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.OVERWRITE;
import static dev.ullage.model.PermissionClass.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.aws.policy.CompiledStatement;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwsIdentityPoliciesTest {

    private static final String ACME = "111122223333";
    private static final String TRAIN = "arn:aws:iam::111122223333:role/train";
    private static final String ANA = "arn:aws:iam::111122223333:user/ana";
    private static final String OBJECTS = "arn:aws:s3:::models/*";

    private static AwsEstate estate() {
        return AwsEstate.with().account(ACME).bucket("s3://models", ACME).bucket("s3://other", ACME);
    }

    private static Access trainWith(String... statements) {
        return Access.of(estate().role(TRAIN, statements).snapshot());
    }

    @Test
    void an_inline_statement_gives_its_action_on_its_resources_and_nothing_else() {
        var access = trainWith("Reads: Allow s3:GetObject on " + OBJECTS);

        assertThat(access.may(TRAIN, READ, "s3://models/a/b")).isEqualTo(YES);
        assertThat(access.may(TRAIN, LIST, "s3://models")).isEqualTo(NO);
        assertThat(access.may(TRAIN, DELETE, "s3://models/a/b")).isEqualTo(NO);
        assertThat(access.may(TRAIN, READ, "s3://other/a")).isEqualTo(NO);
        assertThat(access.why(TRAIN, READ, "s3://models/a/b"))
                .containsExactly(TRAIN + " carries policy " + TRAIN + "#inline/own"
                        + " → statement `Reads` allows s3:GetObject on arn:aws:s3:::models/*");
    }

    @Test
    void listing_is_about_the_bucket_and_not_its_objects() {
        var onObjects = trainWith("Allow s3:ListBucket on " + OBJECTS);
        var onBucket = trainWith("Allow s3:ListBucket,s3:GetObject on arn:aws:s3:::models");

        assertThat(onObjects.may(TRAIN, LIST, "s3://models")).isEqualTo(NO);
        assertThat(onBucket.may(TRAIN, LIST, "s3://models")).isEqualTo(YES);
        assertThat(onBucket.may(TRAIN, READ, "s3://models/a")).isEqualTo(NO);
    }

    @Test
    void putting_is_creating_and_overwriting() {
        var access = trainWith("Allow s3:PutObject on " + OBJECTS);

        assertThat(access.may(TRAIN, CREATE, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(TRAIN, OVERWRITE, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(TRAIN, DELETE, "s3://models/a")).isEqualTo(NO);
    }

    @Test
    void a_managed_policy_is_found_by_its_attachment() {
        var access = Access.of(estate().role(TRAIN)
                .policy("arn:aws:iam::111122223333:policy/reads", "Allow s3:GetObject on " + OBJECTS)
                .attach(TRAIN, "arn:aws:iam::111122223333:policy/reads", AttachmentKind.IDENTITY)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void a_user_has_what_its_groups_have_and_the_explanation_names_the_group() {
        var group = "arn:aws:iam::111122223333:group/ml";
        var access = Access.of(estate().user(ANA)
                .group(group, "Reads: Allow s3:GetObject on " + OBJECTS)
                .member(group, ANA)
                .snapshot());

        assertThat(access.may(ANA, READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.why(ANA, READ, "s3://models/a"))
                .containsExactly(ANA + " is a member of " + group + " → " + group + " carries policy " + group
                        + "#inline/own → statement `Reads` allows s3:GetObject on arn:aws:s3:::models/*");
    }

    @Test
    void actions_match_in_any_case_and_by_wildcards() {
        for (var action : new String[] {"S3:getobject", "s3:Get*", "s3:*", "*", "s3:Ge?Object"}) {
            assertThat(trainWith("Allow " + action + " on " + OBJECTS).may(TRAIN, READ, "s3://models/a"))
                    .as(action)
                    .isEqualTo(YES);
        }
        assertThat(trainWith("Allow s3:Get on " + OBJECTS).may(TRAIN, READ, "s3://models/a"))
                .isEqualTo(NO);
    }

    @Test
    void not_action_gives_every_other_action() {
        var access = trainWith("Allow not s3:Delete*,iam:* on *");

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(TRAIN, DELETE, "s3://models/a")).isEqualTo(NO);
        assertThat(access.may(TRAIN, CONFIGURE, "s3://models")).isEqualTo(YES);
        assertThat(access.may(TRAIN, "s3:DeleteBucket", "s3://models")).isEqualTo(NO);
    }

    @Test
    void not_resource_gives_everything_else() {
        var access = trainWith("Allow s3:GetObject on not arn:aws:s3:::models/secret/*,arn:aws:s3:::other*");

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(TRAIN, READ, "s3://models/secret/a")).isEqualTo(NO);
        assertThat(access.may(TRAIN, READ, "s3://other/a")).isEqualTo(NO);
        assertThat(access.why(TRAIN, READ, "s3://models/a"))
                .singleElement()
                .asString()
                .endsWith("on all but arn:aws:s3:::models/secret/*, arn:aws:s3:::other*");
    }

    @Test
    void a_wildcard_spans_slashes_and_the_border_of_bucket_and_object() {
        assertThat(trainWith("Allow s3:GetObject on arn:aws:s3:::mod*/x").may(TRAIN, READ, "s3://models/a/b/x"))
                .isEqualTo(YES);
        assertThat(trainWith("Allow s3:GetObject on arn:aws:s3:::m*").may(TRAIN, READ, "s3://models/a"))
                .isEqualTo(YES);
        assertThat(trainWith("Allow s3:GetObject on arn:aws:s3:::mod?ls/a?c").may(TRAIN, READ, "s3://models/a/c"))
                .isEqualTo(YES);
        assertThat(trainWith("Allow s3:GetObject on arn:aws:s3:::models/a/*").may(TRAIN, READ, "s3://models/a"))
                .isEqualTo(NO);
    }

    @Test
    void a_bucket_whose_name_begins_like_another_is_another() {
        var access = Access.of(estate().bucket("s3://models-2", ACME)
                .role(TRAIN, "Allow s3:GetObject on arn:aws:s3:::models/*")
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models-2/a")).isEqualTo(NO);
    }

    @Test
    void the_slash_behind_a_bucket_alone_names_no_object() {
        assertThat(trainWith("Allow s3:GetObject on arn:aws:s3:::models/").entitlements())
                .isEmpty();
    }

    @Test
    void a_policy_variable_that_only_a_request_has_may_stand_for_anything() {
        var access = trainWith("Home: Allow s3:GetObject on arn:aws:s3:::models/${aws:userid}/*");

        assertThat(access.may(TRAIN, READ, "s3://models/x/a")).isEqualTo(UNKNOWN);
        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(NO);
        assertThat(access.missing(TRAIN, READ, "s3://models/x/a"))
                .singleElement()
                .asString()
                .startsWith("what a policy variable in statement `Home` at aws.json:")
                .endsWith(" stands for is not known");
    }

    @Test
    void a_denied_variable_leaves_nothing_sure_that_it_may_stand_for() {
        var access = trainWith(
                "Allow s3:GetObject on " + OBJECTS, "Deny s3:GetObject on arn:aws:s3:::models/${aws:userid}/*");

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(TRAIN, READ, "s3://models/x/a")).isEqualTo(UNKNOWN);
    }

    @Test
    void a_policy_variable_stands_for_what_the_estate_says_of_the_principal() {
        var home = "Allow s3:GetObject on arn:aws:s3:::models/${aws:username}/*";
        var access = Access.of(estate().user(ANA, home).role(TRAIN, home).snapshot());

        assertThat(access.may(ANA, READ, "s3://models/ana/a")).isEqualTo(YES);
        assertThat(access.may(ANA, READ, "s3://models/eve/a")).isEqualTo(NO);
        assertThat(access.may(TRAIN, READ, "s3://models/train/a")).isEqualTo(NO);
    }

    @Test
    void an_explicit_deny_wins_over_any_allow() {
        var access = trainWith("Allow s3:* on *", "Deny s3:GetObject on arn:aws:s3:::models/secret/*");

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(TRAIN, READ, "s3://models/secret/a")).isEqualTo(NO);
        assertThat(access.may(TRAIN, OVERWRITE, "s3://models/secret/a")).isEqualTo(YES);
    }

    @Test
    void a_deny_with_not_resource_leaves_only_what_it_names() {
        var access = trainWith("Allow s3:GetObject on *", "Deny s3:* on not arn:aws:s3:::models/public/*");

        assertThat(access.may(TRAIN, READ, "s3://models/public/a")).isEqualTo(YES);
        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(NO);
    }

    @Test
    void a_condition_makes_what_is_allowed_possible_and_is_quoted() {
        var access = trainWith("Vpc: Allow s3:GetObject on " + OBJECTS + " if StringEquals aws:SourceVpc vpc-1");

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(TRAIN, READ, "s3://models/a"))
                .singleElement()
                .asString()
                .startsWith("whether `aws:SourceVpc = vpc-1`, which statement `Vpc` at aws.json:");
    }

    @Test
    void a_conditional_deny_leaves_nothing_sure() {
        var access =
                trainWith("Allow s3:GetObject on " + OBJECTS, "Deny s3:* on * if StringNotEquals aws:SourceVpc vpc-1");

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
    }

    @Test
    void a_deny_of_plaintext_transport_does_not_make_everything_uncertain() {
        for (var operator : new String[] {"Bool", "BoolIfExists"}) {
            var access = trainWith(
                    "Allow s3:GetObject on " + OBJECTS, "Deny s3:* on * if " + operator + " aws:SecureTransport false");

            assertThat(access.may(TRAIN, READ, "s3://models/a")).as(operator).isEqualTo(YES);
            assertThat(access.missing(TRAIN, READ, "s3://models/a")).isEmpty();
        }
    }

    @Test
    void an_allow_that_demands_encrypted_transport_is_sure() {
        assertThat(trainWith("Allow s3:GetObject on " + OBJECTS + " if Bool aws:securetransport True")
                        .may(TRAIN, READ, "s3://models/a"))
                .isEqualTo(YES);
    }

    @Test
    void a_deny_of_encrypted_transport_is_a_condition_like_any_other() {
        assertThat(trainWith("Allow s3:GetObject on " + OBJECTS, "Deny s3:* on * if Bool aws:SecureTransport true")
                        .may(TRAIN, READ, "s3://models/a"))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void an_attached_policy_that_is_not_in_the_input_may_allow_or_deny_anything() {
        var access = Access.of(estate().role(TRAIN, "Allow s3:GetObject on " + OBJECTS)
                .attach(TRAIN, "arn:aws:iam::aws:policy/Elsewhere", AttachmentKind.IDENTITY)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.may(TRAIN, LIST, "s3://models")).isEqualTo(UNKNOWN);
        assertThat(access.missing(TRAIN, READ, "s3://models/a"))
                .containsExactly("policy arn:aws:iam::aws:policy/Elsewhere is attached and not in the input");
        assertThat(access.why(TRAIN, LIST, "s3://models"))
                .containsExactly(TRAIN + " carries policy arn:aws:iam::aws:policy/Elsewhere → policy"
                        + " arn:aws:iam::aws:policy/Elsewhere may allow it");
    }

    @Test
    void what_an_unread_policy_may_allow_on_a_bucket_is_the_bucket_and_not_its_objects() {
        var access = Access.of(estate().role(TRAIN)
                .attach(TRAIN, "arn:aws:iam::aws:policy/Elsewhere", AttachmentKind.IDENTITY)
                .snapshot());

        assertThat(access.may(TRAIN, LIST, "s3://models/a")).isEqualTo(NO);
    }

    @Test
    void a_policy_that_could_not_be_read_in_full_leaves_nothing_sure() {
        var access = Access.of(estate().role(TRAIN)
                .policyWithProblem("p", "statement 2 has no effect", "Allow s3:GetObject on " + OBJECTS)
                .attach(TRAIN, "p", AttachmentKind.IDENTITY)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(TRAIN, READ, "s3://models/a"))
                .containsExactly("policy p could not be read in full: statement 2 has no effect");
    }

    @Test
    void two_readings_of_a_policy_that_differ_leave_nothing_sure() {
        var access = Access.of(estate().role(TRAIN)
                .policy("p", "Allow s3:GetObject on " + OBJECTS)
                .policy("p", "Allow s3:DeleteObject on " + OBJECTS)
                .attach(TRAIN, "p", AttachmentKind.IDENTITY)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.may(TRAIN, DELETE, "s3://models/a")).isEqualTo(UNKNOWN);
    }

    @Test
    void the_same_policy_read_twice_is_one_policy() {
        var access = Access.of(estate().role(TRAIN)
                .policy("p", "Allow s3:GetObject on " + OBJECTS)
                .policy("p", "Allow s3:GetObject on " + OBJECTS)
                .attach(TRAIN, "p", AttachmentKind.IDENTITY)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void a_boundary_keeps_what_both_allow() {
        var access = Access.of(estate().role(TRAIN, "Allow s3:* on *")
                .boundary(TRAIN, "Allow s3:GetObject on arn:aws:s3:::models/a/*")
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a/x")).isEqualTo(YES);
        assertThat(access.may(TRAIN, READ, "s3://models/x")).isEqualTo(NO);
        assertThat(access.may(TRAIN, LIST, "s3://models")).isEqualTo(NO);
    }

    @Test
    void a_deny_in_a_boundary_denies() {
        var access = Access.of(estate().user(ANA, "Allow s3:* on *")
                .boundary(ANA, "Allow s3:* on *", "Deny s3:DeleteObject on *")
                .snapshot());

        assertThat(access.may(ANA, "s3:DeleteObject", "s3://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, "s3:DeleteObjectVersion", "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void a_boundary_that_is_not_in_the_input_leaves_nothing_sure() {
        var access = Access.of(estate().principal(TRAIN, PrincipalKind.ROLE, "arn:aws:iam::111122223333:policy/edge")
                .inline(TRAIN, "Allow s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(TRAIN, READ, "s3://models/a"))
                .containsExactly("policy arn:aws:iam::111122223333:policy/edge is attached and not in the input");
    }

    @Test
    void a_boundary_gives_nothing_by_itself() {
        var access = Access.of(
                estate().role(TRAIN).boundary(TRAIN, "Allow s3:* on *").snapshot());

        assertThat(access.entitlements()).isEmpty();
    }

    @Test
    void other_partitions_are_read_alike() {
        var role = "arn:aws-us-gov:iam::111122223333:role/train";
        var access = Access.of(estate().role(role, "Allow s3:GetObject on arn:aws-us-gov:s3:::models/*")
                .snapshot());

        assertThat(access.may(role, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void keys_are_made_for_users_by_those_whose_policies_name_them() {
        var access = Access.of(estate().user(ANA)
                .role(TRAIN, "Allow iam:CreateAccessKey on arn:aws:iam::111122223333:user/*")
                .snapshot());

        assertThat(access.may(TRAIN, CREATE_KEY, ANA)).isEqualTo(YES);
        assertThat(access.may(ANA, CREATE_KEY, ANA)).isEqualTo(NO);
    }

    @Test
    void a_statement_about_its_principal_is_asked_anew_of_each_sort_of_target() {
        var zoe = "arn:aws:iam::111122223333:user/zoe";
        var moreUsersThanBuckets = estate().user(ANA, "Allow * on * if StringEquals aws:username ana")
                .user("arn:aws:iam::111122223333:user/eve")
                .user(zoe);

        assertThat(Access.of(moreUsersThanBuckets.snapshot()).may(ANA, CREATE_KEY, zoe))
                .isEqualTo(YES);
    }

    @Test
    void a_statement_without_any_action_covers_none() {
        var statement = StatementText.parse("Allow s3:GetObject on *", new Source("x", 1, ""));
        var empty = new PolicyStatement(
                "",
                statement.effect(),
                statement.principals(),
                statement.notPrincipals(),
                List.of(),
                List.of(),
                statement.resources(),
                List.of(),
                List.of(),
                List.of(),
                statement.source());

        assertThat(CompiledStatement.covers(empty, "s3:GetObject")).isFalse();
    }

    @Test
    void policies_with_too_many_ways_to_meet_are_possible_and_say_so() {
        var access = Access.of(estate().role(TRAIN, "Allow s3:GetObject on arn:aws:s3:::models/*a*b*c*d*e*f*g*h*")
                .boundary(TRAIN, "Allow s3:GetObject on arn:aws:s3:::models/*1*2*3*4*5*6*7*8*")
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(TRAIN, READ, "s3://models/a"))
                .containsExactly("too complex to decide exactly: two patterns have more than 64 ways to match the"
                        + " same name");
    }

    @Test
    void where_only_some_of_an_accounts_policies_were_read_a_deny_may_be_among_the_others() {
        var access = Access.of(estate().role(TRAIN, "Allow s3:GetObject on " + OBJECTS)
                .denied(Topic.IAM_POLICIES, ACME)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(TRAIN, READ, "s3://models/a"))
                .containsExactly("iam-policies of 111122223333: access denied");
    }
}
