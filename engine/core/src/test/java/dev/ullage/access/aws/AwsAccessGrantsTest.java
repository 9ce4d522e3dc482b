package dev.ullage.access.aws;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.DELETE;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.Decision;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ruling;
import dev.ullage.model.AccessGrant;
import dev.ullage.model.AccessGrantsLocation;
import dev.ullage.model.Answer;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsAccessGrantsTest {

    private static final String ACME = "111122223333";
    private static final String LABS = "444455556666";
    private static final String ANA = "arn:aws:iam::111122223333:user/ana";
    private static final String LEO = "arn:aws:iam::444455556666:user/leo";
    private static final String LENT = "arn:aws:iam::111122223333:role/lent";
    private static final String INSTANCE = "arn:aws:s3:eu-central-1:111122223333:access-grants/default";
    private static final String OBJECT = "s3://models/data/x";
    private static final String ASKS = "Allow s3:GetDataAccess on " + INSTANCE;
    private static final String TRUST =
            "Allow to Service/access-grants.s3.amazonaws.com" + " sts:AssumeRole,sts:SetSourceIdentity,sts:SetContext";
    private static final Source SOURCE = new Source("grants.json", 1, "");

    private static AwsEstate bare() {
        return AwsEstate.with().account(ACME).bucket("s3://models", ACME);
    }

    /** Ana may ask for credentials, and there is a role that may do everything to lend. */
    private static AwsEstate estate() {
        return bare().user(ANA, ASKS).role(LENT, "Allow s3:* on *").trust(LENT, TRUST);
    }

    private static AwsEstate granting(AwsEstate estate, String type, String grantee, String permission, String scope) {
        return estate.fact(new AccessGrantsLocation(INSTANCE, "default", "s3://", LENT, SOURCE))
                .fact(new AccessGrant(
                        INSTANCE + "/grant/g", INSTANCE, "default", type, grantee, permission, scope, SOURCE));
    }

    private static AwsEstate reading(AwsEstate estate) {
        return granting(estate, "IAM", ANA, "READ", "s3://models/data/*");
    }

    private static Answer reads(AwsEstate estate, String principal) {
        return Access.of(estate.snapshot()).may(principal, READ, OBJECT);
    }

    private static Decision decide(AwsEstate estate, String action, String object) {
        return new AwsDecisions(new FactIndex(estate.snapshot())).decide(ANA, action, object);
    }

    @Test
    void a_grantee_gets_the_rights_of_the_locations_role_within_the_scope() {
        var access = Access.of(reading(estate()).snapshot());

        assertThat(access.may(ANA, READ, OBJECT)).isEqualTo(YES);
        assertThat(access.may(ANA, READ, "s3://models/other/x")).isEqualTo(NO);
    }

    @Test
    void the_chain_names_the_grant_and_the_role() {
        assertThat(Access.of(reading(estate()).snapshot()).why(ANA, READ, OBJECT))
                .singleElement()
                .asString()
                .startsWith("access grant " + INSTANCE + "/grant/g gives " + ANA
                        + " READ on s3://models/data/* → location" + " default lends " + LENT + " → ")
                .endsWith("allows s3:GetObject on *");
    }

    @ParameterizedTest
    @CsvSource({"READ, YES, NO, NO", "WRITE, NO, YES, YES", "READWRITE, YES, YES, YES"})
    void the_permission_of_the_grant_is_all_that_is_given(
            String permission, Answer read, Answer create, Answer delete) {
        var access = Access.of(
                granting(estate(), "IAM", ANA, permission, "s3://models/*").snapshot());

        assertThat(access.may(ANA, READ, OBJECT)).isEqualTo(read);
        assertThat(access.may(ANA, CREATE, OBJECT)).isEqualTo(create);
        assertThat(access.may(ANA, DELETE, OBJECT)).isEqualTo(delete);
    }

    @ParameterizedTest
    @CsvSource({
        "s3://*, YES",
        "s3://mod*, YES",
        "s3://models/*, YES",
        "s3://models/data/*, YES",
        "s3://models/data/x, YES",
        "s3://models/data, NO",
        "s3://models/dat/*, NO",
        "s3://model/*, NO",
        "s3://models-2/*, NO"
    })
    void the_scope_is_a_prefix_or_one_object(String scope, Answer expected) {
        assertThat(reads(granting(estate(), "IAM", ANA, "READ", scope), ANA)).isEqualTo(expected);
    }

    @Test
    void listing_is_sure_where_the_scope_is_the_whole_bucket() {
        var whole = granting(estate(), "IAM", ANA, "READ", "s3://models/*");

        assertThat(Access.of(whole.snapshot()).may(ANA, LIST, "s3://models")).isEqualTo(YES);
        assertThat(Access.of(reading(estate()).snapshot()).may(ANA, LIST, "s3://models"))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void who_may_not_ask_for_credentials_gets_none() {
        var silent = bare().user(ANA).role(LENT, "Allow s3:* on *").trust(LENT, TRUST);

        assertThat(reads(reading(silent), ANA)).isEqualTo(NO);
    }

    @Test
    void what_the_role_may_not_do_nobody_may_do_with_it() {
        var narrow = bare().user(ANA, ASKS)
                .role(LENT, "Allow s3:GetObject on arn:aws:s3:::models/other/*")
                .trust(LENT, TRUST);

        assertThat(reads(reading(narrow), ANA)).isEqualTo(NO);
    }

    @Test
    void a_role_that_does_not_trust_the_service_is_lent_to_nobody() {
        var untrusting =
                bare().user(ANA, ASKS).role(LENT, "Allow s3:* on *").trust(LENT, "Allow to " + ANA + " sts:AssumeRole");

        assertThat(reads(reading(untrusting), ANA)).isEqualTo(NO);
    }

    @Test
    void a_role_that_is_not_in_the_input_leaves_everything_in_scope_open() {
        var estate = reading(bare().user(ANA, ASKS));

        assertThat(reads(estate, ANA)).isEqualTo(UNKNOWN);
        assertThat(Access.of(estate.snapshot()).may(ANA, READ, "s3://models/other/x"))
                .isEqualTo(NO);
        assertThat(decide(estate, "s3:GetObject", OBJECT).missing())
                .containsExactly("role " + LENT + ", whose credentials location default lends, is not in the input");
    }

    @Test
    void a_role_that_may_be_used_with_lent_credentials_only_does_nothing_by_itself() {
        var estate = reading(bare().user(ANA, ASKS)
                .role(LENT, "Allow s3:GetObject on * if ArnEquals s3:AccessGrantsInstanceArn " + INSTANCE)
                .trust(LENT, TRUST));

        assertThat(reads(estate, ANA)).isEqualTo(YES);
        assertThat(reads(estate, LENT)).isEqualTo(NO);
    }

    @Test
    void a_trust_on_condition_of_the_account_holds() {
        var estate = reading(bare().user(ANA, ASKS)
                .role(LENT, "Allow s3:* on *")
                .trust(LENT, TRUST + " if StringEquals aws:SourceAccount " + ACME));

        assertThat(reads(estate, ANA)).isEqualTo(YES);
    }

    @Test
    void who_somebody_of_a_directory_is_is_not_known() {
        var estate =
                granting(estate(), "DIRECTORY_GROUP", "83d43802-00b1-7054-db02-f1d683aacba5", "READ", "s3://models/*");

        assertThat(reads(estate, "arn:aws:identitystore:::group/83d43802-00b1-7054-db02-f1d683aacba5"))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void a_grantee_of_another_account_needs_the_policy_of_the_instance() {
        var closed = granting(estate(), "IAM", LEO, "READ", "s3://models/*")
                .account(LABS)
                .user(LEO, ASKS);
        var open = granting(estate(), "IAM", LEO, "READ", "s3://models/*")
                .account(LABS)
                .user(LEO, ASKS)
                .bucketPolicy(INSTANCE, "Allow to " + LABS + " s3:GetDataAccess on " + INSTANCE);

        assertThat(reads(closed, LEO)).isEqualTo(UNKNOWN);
        assertThat(reads(open, LEO)).isEqualTo(YES);
    }

    @Test
    void a_grantee_who_is_not_in_the_input_is_open_unless_the_account_was_read() {
        var read = granting(estate(), "IAM", "arn:aws:iam::111122223333:user/gone", "READ", "s3://models/*");
        var unread = granting(estate(), "IAM", LEO, "READ", "s3://models/*")
                .without(Topic.IAM_POLICIES)
                .read(Topic.IAM_POLICIES, ACME);

        assertThat(reads(read, "arn:aws:iam::111122223333:user/gone")).isEqualTo(NO);
        assertThat(reads(unread, LEO)).isEqualTo(UNKNOWN);
    }

    @Test
    void a_bucket_of_another_region_is_out_of_reach() {
        var estate = AwsEstate.with()
                .account(ACME)
                .bucketIn("eu-west-1", "s3://models", ACME)
                .user(ANA, ASKS)
                .role(LENT, "Allow s3:* on *")
                .trust(LENT, TRUST);

        assertThat(reads(reading(estate), ANA)).isEqualTo(NO);
    }

    @Test
    void a_single_request_is_decided_alike() {
        var estate = reading(estate());
        var decision = decide(estate, "s3:GetObject", OBJECT);

        assertThat(decision.ruling()).isEqualTo(Ruling.ALLOWED);
        assertThat(decision.deciding().get(0).says()).startsWith("access grant");
        assertThat(decide(estate, "s3:PutObject", OBJECT).ruling()).isEqualTo(Ruling.IMPLICIT_DENY);
    }
}
