package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.AccessGrant;
import dev.ullage.model.AccessGrantsInstance;
import dev.ullage.model.AccessGrantsLocation;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessGrantsReaderTest {

    private static final String INSTANCE = "arn:aws:s3:eu-central-1:111122223333:access-grants/default";
    private static final String FOLDER = "aws/111122223333/s3control/eu-central-1/";

    private Exports exports;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    private void grants() {
        exports.file(FOLDER + "list-access-grants.json", """
                {"AccessGrantsList": [{"CreatedAt": "2026-01-01T00:00:00+00:00", "AccessGrantId": "g1",
                 "AccessGrantArn": "%s/grant/g1", "Grantee": {"GranteeType": "IAM",
                 "GranteeIdentifier": "arn:aws:iam::111122223333:role/trainer"}, "Permission": "READ",
                 "AccessGrantsLocationId": "default", "AccessGrantsLocationConfiguration": {"S3SubPrefix": "models/a/*"},
                 "GrantScope": "s3://models/a/*"}]}""".formatted(INSTANCE));
    }

    private void locations() {
        exports.file(FOLDER + "list-access-grants-locations.json", """
                {"AccessGrantsLocationsList": [{"CreatedAt": "2026-01-01T00:00:00+00:00",
                 "AccessGrantsLocationId": "default", "AccessGrantsLocationArn": "%s/location/default",
                 "LocationScope": "s3://", "IAMRoleArn": "arn:aws:iam::111122223333:role/vending"}]}""".formatted(INSTANCE));
    }

    @Test
    void a_grant_is_a_fact() {
        grants();

        var grant = exports.fact(AccessGrant.class);
        assertThat(grant.instance()).isEqualTo(INSTANCE);
        assertThat(grant.location()).isEqualTo("default");
        assertThat(grant.grantee()).isEqualTo("arn:aws:iam::111122223333:role/trainer");
        assertThat(grant.permission()).isEqualTo("READ");
        assertThat(grant.scope()).isEqualTo("s3://models/a/*");
    }

    @Test
    void a_location_names_the_role_whose_credentials_it_gives() {
        locations();

        var location = exports.fact(AccessGrantsLocation.class);
        assertThat(location.instance()).isEqualTo(INSTANCE);
        assertThat(location.location()).isEqualTo("default");
        assertThat(location.role()).isEqualTo("arn:aws:iam::111122223333:role/vending");
    }

    @Test
    void an_instance_names_its_directory() {
        exports.file(FOLDER + "get-access-grants-instance.json", """
                {"AccessGrantsInstanceArn": "%s", "AccessGrantsInstanceId": "default",
                 "IdentityCenterInstanceArn": "arn:aws:sso:::instance/ssoins-1"}""".formatted(INSTANCE));

        assertThat(exports.fact(AccessGrantsInstance.class).identityCenter())
                .isEqualTo("arn:aws:sso:::instance/ssoins-1");
    }

    @Test
    void the_policy_of_an_instance_is_attached_to_it() {
        grants();
        exports.file(FOLDER + "get-access-grants-instance-resource-policy.json", """
                {"Policy": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[]}"}""");

        assertThat(exports.facts(PolicyAttachment.class))
                .extracting(PolicyAttachment::target)
                .containsExactly(INSTANCE);
    }

    @Test
    void grants_and_locations_together_are_all() {
        grants();
        locations();

        assertThat(exports.coverage(Topic.ACCESS_GRANTS, "111122223333")).isEqualTo("COMPLETE");
    }

    @Test
    void grants_without_their_locations_are_a_gap() {
        grants();

        assertThat(exports.coverage(Topic.ACCESS_GRANTS, "111122223333"))
                .isEqualTo("PARTIAL not read: `list-access-grants-locations`");
    }

    @Test
    void an_account_that_does_not_use_them_has_none() {
        exports.file(
                FOLDER + "get-access-grants-instance.json",
                "\nAn error occurred (AccessGrantsInstanceNotExistsError) when calling the GetAccessGrantsInstance"
                        + " operation: none\n");

        assertThat(exports.coverage(Topic.ACCESS_GRANTS, "111122223333")).isEqualTo("COMPLETE");
    }

    @Test
    void a_refused_list_is_a_gap() {
        exports.file(
                FOLDER + "list-access-grants.json",
                "\nAn error occurred (AccessDenied) when calling the ListAccessGrants operation: Access Denied\n");

        assertThat(exports.coverage(Topic.ACCESS_GRANTS, "111122223333")).startsWith("DENIED");
    }
}
