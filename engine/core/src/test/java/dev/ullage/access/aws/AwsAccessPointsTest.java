package dev.ullage.access.aws;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CONFIGURE;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.Decision;
import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ruling;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.SettingName;
import dev.ullage.model.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsAccessPointsTest {

    private static final String ACME = "111122223333";
    private static final String LABS = "444455556666";
    private static final String ANA = "arn:aws:iam::111122223333:user/ana";
    private static final String LEO = "arn:aws:iam::444455556666:user/leo";
    private static final String MODELS = "s3://models";
    private static final String OBJECT = "s3://models/data/x";
    private static final String POINT = "arn:aws:s3:eu-central-1:111122223333:accesspoint/train";
    private static final String OBJECTS = POINT + "/object/*";
    private static final String DELEGATES =
            "Allow to * s3:* on arn:aws:s3:::models,arn:aws:s3:::models/* if StringEquals s3:DataAccessPointAccount "
                    + ACME;
    private static final String ANA_READS = "Allow to " + ANA + " s3:GetObject on " + OBJECTS;

    /** The bucket leaves the choice to the access points of its account. */
    private static AwsEstate delegating() {
        return AwsEstate.with().account(ACME).bucket(MODELS, ACME).bucketPolicy(MODELS, DELEGATES);
    }

    private static AwsEstate passing() {
        return delegating().accessPoint(POINT, MODELS).user(ANA);
    }

    private static Answer reads(AwsEstate estate, String principal) {
        return Access.of(estate.snapshot()).may(principal, READ, OBJECT);
    }

    private static Decision decide(AwsEstate estate, String principal, String action, String object) {
        return new AwsDecisions(new FactIndex(estate.snapshot())).decide(principal, action, object);
    }

    private static Ruling ruling(AwsEstate estate, String principal) {
        return decide(estate, principal, "s3:GetObject", OBJECT).ruling();
    }

    @Test
    void who_is_let_in_by_the_policy_of_an_access_point_alone_is_let_in() {
        var estate = passing().bucketPolicy(POINT, ANA_READS);

        assertThat(reads(estate, ANA)).isEqualTo(YES);
        assertThat(ruling(estate, ANA)).isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void the_chain_names_the_access_point() {
        var estate = passing().bucketPolicy(POINT, "Data: " + ANA_READS);

        assertThat(Access.of(estate.snapshot()).why(ANA, READ, OBJECT))
                .singleElement()
                .asString()
                .contains("`Data` allows s3:GetObject", "→ access point " + POINT + " leads to s3://models →");
    }

    @Test
    void only_the_names_that_the_access_point_gives_are_given() {
        var estate = passing().bucketPolicy(POINT, "Allow to " + ANA + " s3:GetObject on " + POINT + "/object/data/*");
        var access = Access.of(estate.snapshot());

        assertThat(access.may(ANA, READ, OBJECT)).isEqualTo(YES);
        assertThat(access.may(ANA, READ, "s3://models/secret/x")).isEqualTo(NO);
        assertThat(decide(estate, ANA, "s3:GetObject", "s3://models/secret/x").ruling())
                .isEqualTo(Ruling.IMPLICIT_DENY);
    }

    @Test
    void the_access_point_itself_is_what_listing_is_asked_of() {
        var estate = passing().bucketPolicy(POINT, "Allow to " + ANA + " s3:ListBucket on " + POINT);

        assertThat(Access.of(estate.snapshot()).may(ANA, LIST, MODELS)).isEqualTo(YES);
        assertThat(decide(estate, ANA, "s3:ListBucket", MODELS).ruling()).isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void a_bucket_that_delegates_nothing_lets_nobody_through() {
        var estate = AwsEstate.with()
                .account(ACME)
                .bucket(MODELS, ACME)
                .accessPoint(POINT, MODELS)
                .user(ANA)
                .bucketPolicy(POINT, ANA_READS);

        assertThat(reads(estate, ANA)).isEqualTo(NO);
        assertThat(ruling(estate, ANA)).isEqualTo(Ruling.IMPLICIT_DENY);
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals s3:DataAccessPointAccount 111122223333, YES",
        "StringEquals s3:DataAccessPointAccount 999999999999, NO",
        "ArnLike s3:DataAccessPointArn arn:aws:s3:*:111122223333:accesspoint/train, YES",
        "ArnLike s3:DataAccessPointArn arn:aws:s3:*:111122223333:accesspoint/other, NO",
        "StringEquals s3:AccessPointNetworkOrigin Internet, YES",
        "StringEquals s3:AccessPointNetworkOrigin VPC, NO"
    })
    void a_bucket_delegates_on_condition(String condition, Answer expected) {
        var estate = AwsEstate.with()
                .account(ACME)
                .bareBucket(MODELS, ACME)
                .ownership(MODELS, "BucketOwnerEnforced")
                .accessPoint(POINT, MODELS)
                .user(ANA)
                .bucketPolicy(POINT, ANA_READS)
                .bucketPolicy(MODELS, "Allow to * s3:GetObject on arn:aws:s3:::models/* if " + condition);

        assertThat(reads(estate, ANA)).isEqualTo(expected);
    }

    @Test
    void what_is_delegated_to_access_points_is_open_to_nobody_directly() {
        var access = Access.of(delegating().user(ANA).snapshot());

        assertThat(access.may("*", READ, OBJECT)).isEqualTo(NO);
        assertThat(access.may(ANA, READ, OBJECT)).isEqualTo(NO);
    }

    @Test
    void a_policy_that_names_only_the_access_point_grants_nothing_on_the_bucket() {
        var own = "Allow s3:* on " + POINT + "," + OBJECTS;
        var elsewhere = AwsEstate.with().account(ACME).bucket(MODELS, ACME).user(ANA, own);

        assertThat(reads(elsewhere, ANA)).isEqualTo(NO);
        assertThat(reads(delegating().accessPoint(POINT, MODELS).user(ANA, own), ANA))
                .isEqualTo(YES);
    }

    @Test
    void who_may_use_the_bucket_directly_gets_no_second_entitlement() {
        var estate = delegating().accessPoint(POINT, MODELS).user(ANA, "Allow s3:* on *");

        assertThat(Access.of(estate.snapshot()).entitlements().stream()
                        .filter(one ->
                                one.principal().equals(ANA) && one.permission().equals("s3:GetObject")))
                .hasSize(1)
                .allSatisfy(one -> assertThat(one.grounds().toString()).doesNotContain("access point"));
    }

    @Test
    void a_denial_of_what_does_not_come_through_an_access_point_leaves_the_way_through_it() {
        var estate = passing()
                .user(LEO)
                .bucketPolicy(POINT, ANA_READS)
                .policy(
                        "locked",
                        "Deny to * s3:* on arn:aws:s3:::models/* if StringNotEquals s3:DataAccessPointAccount " + ACME)
                .attach(MODELS, "locked", AttachmentKind.RESOURCE);

        assertThat(reads(estate, ANA)).isEqualTo(YES);
        assertThat(ruling(estate, ANA)).isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void a_denial_on_either_side_wins() {
        var atPoint = passing().bucketPolicy(POINT, ANA_READS, "Deny to * s3:GetObject on " + OBJECTS);
        var atBucket = passing()
                .bucketPolicy(POINT, ANA_READS)
                .policy("no", "Deny to * s3:GetObject on arn:aws:s3:::models/*")
                .attach(MODELS, "no", AttachmentKind.RESOURCE);

        assertThat(reads(atPoint, ANA)).isEqualTo(NO);
        assertThat(reads(atBucket, ANA)).isEqualTo(NO);
    }

    @Test
    void an_access_point_of_a_network_lets_pass_what_comes_from_there() {
        var estate =
                delegating().accessPointIn("vpc-1", POINT, MODELS).user(ANA).bucketPolicy(POINT, ANA_READS);
        var decision = decide(estate, ANA, "s3:GetObject", OBJECT);

        assertThat(reads(estate, ANA)).isEqualTo(UNKNOWN);
        assertThat(decision.ruling()).isEqualTo(Ruling.UNKNOWN);
        assertThat(decision.residual()).containsExactly("if aws:SourceVpc = vpc-1");
        assertThat(decision.missing())
                .containsExactly(
                        "access point " + POINT + " lets pass only what comes from `vpc-1`; what does is not known");
    }

    @ParameterizedTest
    @CsvSource({"vpc-1, UNKNOWN", "vpc-2, NO"})
    void the_network_of_an_access_point_meets_conditions_on_it(String vpc, Answer expected) {
        var estate = AwsEstate.with()
                .account(ACME)
                .bucket(MODELS, ACME)
                .bucketPolicy(
                        MODELS,
                        "Allow to " + ANA + " s3:GetObject on arn:aws:s3:::models/* if StringEquals"
                                + " s3:DataAccessPointAccount " + ACME + " if StringEquals aws:SourceVpc " + vpc)
                .accessPointIn("vpc-1", POINT, MODELS)
                .user(ANA)
                .bucketPolicy(POINT, ANA_READS);

        assertThat(reads(estate, ANA)).isEqualTo(expected);
    }

    @Test
    void whom_a_policy_that_was_not_read_could_let_in_is_not_known() {
        var estate = passing().user(LEO).without(Topic.ACCESS_POINT_POLICIES);
        var access = Access.of(estate.snapshot());

        assertThat(access.may(ANA, READ, OBJECT)).isEqualTo(UNKNOWN);
        assertThat(access.may("*", READ, OBJECT)).isEqualTo(UNKNOWN);
        assertThat(access.entitlements().stream().flatMap(one -> one.missing().stream()))
                .anyMatch(missing -> missing.contains("access-point-policies of 111122223333 are not in the input"));
        assertThat(ruling(estate, ANA)).isEqualTo(Ruling.UNKNOWN);
    }

    @Test
    void a_policy_that_was_not_read_lets_nobody_in_whom_the_bucket_keeps_out() {
        var estate = AwsEstate.with()
                .account(ACME)
                .bucket(MODELS, ACME)
                .accessPoint(POINT, MODELS)
                .user(ANA)
                .without(Topic.ACCESS_POINT_POLICIES);

        assertThat(reads(estate, ANA)).isEqualTo(NO);
    }

    @Test
    void a_policy_that_was_not_read_lets_no_public_in_where_s3_does_not_call_it_public() {
        var estate =
                passing().without(Topic.ACCESS_POINT_POLICIES).setting(POINT, SettingName.POLICY_IS_PUBLIC, "false");

        assertThat(reads(estate, "*")).isEqualTo(NO);
        assertThat(reads(estate, ANA)).isEqualTo(UNKNOWN);
    }

    @Test
    void a_public_access_point_is_open_to_everybody_unless_it_is_blocked() {
        var forAll = "Allow to * s3:GetObject on " + OBJECTS;
        var open = AwsEstate.with()
                .account(ACME)
                .openBucket(MODELS, ACME)
                .bucketPolicy(MODELS, DELEGATES)
                .openAccessPoint(POINT, MODELS)
                .blocks(POINT, "false")
                .bucketPolicy(POINT, forAll);
        var blocked = AwsEstate.with()
                .account(ACME)
                .openBucket(MODELS, ACME)
                .bucketPolicy(MODELS, DELEGATES)
                .accessPoint(POINT, MODELS)
                .user(ANA)
                .bucketPolicy(POINT, forAll);

        assertThat(reads(open, "*")).isEqualTo(YES);
        assertThat(reads(blocked, "*")).isEqualTo(NO);
        assertThat(reads(blocked, ANA)).isEqualTo(YES);
    }

    @Test
    void a_block_of_the_bucket_keeps_the_public_from_its_access_points() {
        var estate = delegating()
                .openAccessPoint(POINT, MODELS)
                .blocks(POINT, "false")
                .bucketPolicy(POINT, "Allow to * s3:GetObject on " + OBJECTS);

        assertThat(reads(estate, "*")).isEqualTo(NO);
    }

    @Test
    void what_is_delegated_to_a_named_account_is_not_public_so_that_other_accounts_pass() {
        var estate = delegating()
                .accessPoint(POINT, MODELS)
                .account(LABS)
                .user(LEO, "Allow s3:GetObject on *")
                .bucketPolicy(POINT, "Allow to " + LEO + " s3:GetObject on " + OBJECTS);

        assertThat(reads(estate, LEO)).isEqualTo(YES);
    }

    @Test
    void across_accounts_policies_that_name_only_the_access_point_leave_it_open() {
        var estate = delegating()
                .accessPoint(POINT, MODELS)
                .account(LABS)
                .user(LEO, "Allow s3:GetObject on " + OBJECTS)
                .bucketPolicy(POINT, "Allow to " + LEO + " s3:GetObject on " + OBJECTS);

        assertThat(reads(estate, LEO)).isEqualTo(UNKNOWN);
        assertThat(Access.of(estate.snapshot()).entitlements().stream()
                        .filter(one -> one.principal().equals(LEO))
                        .map(Entitlement::missing))
                .containsExactly(List.of("whether the policies of " + LEO
                        + " have to allow s3://models itself, beside the access point," + " AWS does not say"));
    }

    @Test
    void an_access_point_of_another_account_needs_that_account_to_be_let_in() {
        var theirs = "arn:aws:s3:eu-central-1:444455556666:accesspoint/theirs";
        var own = "Allow s3:GetObject on " + theirs + "/object/*,arn:aws:s3:::models/*";
        var refused = delegating().accessPoint(theirs, MODELS).account(LABS).user(LEO, own);
        var allowed = AwsEstate.with()
                .account(ACME)
                .bucket(MODELS, ACME)
                .bucketPolicy(MODELS, DELEGATES.replace(ACME, LABS))
                .accessPoint(theirs, MODELS)
                .account(LABS)
                .user(LEO, own);

        assertThat(reads(refused, LEO)).isEqualTo(NO);
        assertThat(reads(allowed, LEO)).isEqualTo(YES);
    }

    @Test
    void nothing_is_configured_through_an_access_point() {
        var estate = passing().bucketPolicy(POINT, "Allow to " + ANA + " s3:* on " + POINT + "," + OBJECTS);

        assertThat(Access.of(estate.snapshot()).may(ANA, CONFIGURE, MODELS)).isEqualTo(NO);
        assertThat(decide(estate, ANA, "s3:DeleteBucket", MODELS).ruling()).isEqualTo(Ruling.IMPLICIT_DENY);
    }

    @Test
    void each_of_several_access_points_of_a_bucket_is_asked() {
        var estate = passing().bucketPolicy(POINT, ANA_READS);
        for (var name : new String[] {"a", "m", "z"}) {
            estate.accessPoint("arn:aws:s3:eu-central-1:111122223333:accesspoint/" + name, MODELS);
        }

        assertThat(reads(estate, ANA)).isEqualTo(YES);
    }

    @Test
    void an_access_point_of_another_partition_is_like_any() {
        var there = "arn:aws-us-gov:s3:us-gov-west-1:111122223333:accesspoint/train";
        var estate = AwsEstate.with()
                .account(ACME)
                .bucket(MODELS, ACME)
                .bucketPolicy(
                        MODELS,
                        "Allow to * s3:* on arn:aws-us-gov:s3:::models/* if ArnLike s3:DataAccessPointArn " + there)
                .accessPoint(there, MODELS)
                .user(ANA)
                .bucketPolicy(there, "Allow to " + ANA + " s3:GetObject on " + there + "/object/*");

        assertThat(reads(estate, ANA)).isEqualTo(YES);
    }

    @Test
    void a_malformed_access_point_leads_nowhere() {
        var estate = AwsEstate.with()
                .account(ACME)
                .bucket(MODELS, ACME)
                .accessPoint("train", MODELS)
                .user(ANA);

        assertThat(reads(estate, ANA)).isEqualTo(NO);
    }

    @Test
    void an_object_of_another_account_stays_closed_behind_an_access_point() {
        var estate = AwsEstate.with()
                .account(ACME, "canonical:own")
                .aclBucket(MODELS, ACME)
                .bucketPolicy(MODELS, DELEGATES)
                .objectAcl(MODELS, "data/x", "canonical:them", "canonical:them", "FULL_CONTROL")
                .accessPoint(POINT, MODELS)
                .user(ANA)
                .bucketPolicy(POINT, ANA_READS);

        assertThat(reads(estate, ANA)).isEqualTo(NO);
        assertThat(Access.of(estate.snapshot()).may(ANA, READ, "s3://models/data/y"))
                .isEqualTo(YES);
    }
}
