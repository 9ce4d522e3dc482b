package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.AccessPoint;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessPointReaderTest {

    private static final String POINT = "arn:aws:s3:eu-central-1:111122223333:accesspoint/train";
    private static final String REGION = "aws/111122223333/s3control/eu-central-1/";
    private static final String TRAIN = REGION + "access-points/train/";
    private static final String POLICY = """
            {"Policy": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\
            \\"Action\\":\\"s3:GetObject\\",\\"Resource\\":\\"*\\"}]}"}""";

    private Exports exports;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    private void list(String folder, String region, String rest) {
        exports.file(folder + "list-access-points.json", """
                {"AccessPointList": [{"Name": "train", "NetworkOrigin": "VPC", "VpcConfiguration": {"VpcId": "vpc-1"},
                 "Bucket": "models", "AccessPointArn": "arn:aws:s3:%s:111122223333:accesspoint/train",
                 "Alias": "train-abc-s3alias", "BucketAccountId": "111122223333"}]%s}""".formatted(region, rest));
    }

    private void list() {
        list(REGION, "eu-central-1", "");
    }

    @Test
    void a_listed_access_point_is_a_fact() {
        list();

        var point = exports.fact(AccessPoint.class);
        assertThat(point.id()).isEqualTo(POINT);
        assertThat(point.account()).isEqualTo("111122223333");
        assertThat(point.bucket()).isEqualTo("s3://models");
        assertThat(point.networkOrigin()).isEqualTo("VPC");
        assertThat(point.vpc()).isEqualTo("vpc-1");
    }

    @Test
    void its_description_gives_its_public_access_block() {
        list();
        exports.file(TRAIN + "get-access-point.json", """
                {"Name": "train", "Bucket": "models", "NetworkOrigin": "Internet", "AccessPointArn": "%s",
                 "PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "IgnorePublicAcls": true,
                 "BlockPublicPolicy": true, "RestrictPublicBuckets": false}, "CreationDate": "2026-01-01T00:00:00+00:00"}
                """.formatted(POINT));

        assertThat(exports.facts(Setting.class))
                .filteredOn(setting ->
                        setting.resource().equals(POINT) && setting.name() == SettingName.RESTRICT_PUBLIC_BUCKETS)
                .extracting(Setting::value)
                .containsExactly("false");
        assertThat(exports.facts(AccessPoint.class)).hasSize(1);
    }

    @Test
    void a_policy_belongs_to_the_access_point_whose_folder_it_is_in() {
        list();
        exports.file(TRAIN + "get-access-point-policy.json", POLICY);

        assertThat(exports.facts(PolicyAttachment.class))
                .extracting(PolicyAttachment::target)
                .containsExactly(POINT);
        assertThat(exports.coverage(Topic.ACCESS_POINT_POLICIES, POINT)).isEqualTo("COMPLETE");
    }

    @Test
    void the_same_policy_elsewhere_is_a_buckets() {
        exports.file("aws/111122223333/s3/models/get-bucket-policy.json", POLICY);

        assertThat(exports.facts(PolicyAttachment.class))
                .extracting(PolicyAttachment::target)
                .containsExactly("s3://models");
    }

    @Test
    void what_s3_says_of_the_policy_is_kept() {
        list();
        exports.file(TRAIN + "get-access-point-policy-status.json", "{\"PolicyStatus\": {\"IsPublic\": true}}");

        assertThat(exports.facts(Setting.class))
                .filteredOn(setting -> setting.name() == SettingName.POLICY_IS_PUBLIC)
                .extracting(setting -> setting.resource() + " " + setting.value())
                .containsExactly(POINT + " true");
    }

    @Test
    void an_access_point_without_a_policy_is_read() {
        list();
        exports.file(
                TRAIN + "get-access-point-policy.json",
                "\nAn error occurred (NoSuchAccessPointPolicy) when calling the GetAccessPointPolicy operation: none\n");

        assertThat(exports.coverage(Topic.ACCESS_POINT_POLICIES, POINT)).isEqualTo("COMPLETE");
    }

    @Test
    void a_policy_that_may_not_be_read_is_a_gap() {
        list();
        exports.file(
                TRAIN + "get-access-point-policy.json",
                "\nAn error occurred (AccessDenied) when calling the GetAccessPointPolicy operation: Access Denied\n");

        assertThat(exports.coverage(Topic.ACCESS_POINT_POLICIES, POINT)).startsWith("DENIED");
    }

    @Test
    void a_list_that_may_not_be_read_is_a_gap() {
        exports.file(
                REGION + "list-access-points.json",
                "\nAn error occurred (AccessDenied) when calling the ListAccessPoints operation: Access Denied\n");

        assertThat(exports.coverage(Topic.ACCESS_POINTS, "111122223333")).startsWith("DENIED");
    }

    @Test
    void a_policy_of_an_access_point_that_no_list_has_is_a_gap() {
        exports.file(TRAIN + "get-access-point-policy.json", POLICY);

        assertThat(exports.facts(PolicyAttachment.class)).isEmpty();
        assertThat(exports.coverage(Topic.ACCESS_POINT_POLICIES, "111122223333"))
                .startsWith("PARTIAL `" + TRAIN + "get-access-point-policy.json` is of an access point that no");
    }

    @Test
    void of_two_access_points_of_one_name_the_folder_of_the_region_decides() {
        list();
        list("aws/111122223333/s3control/eu-west-1/", "eu-west-1", "");
        exports.file(TRAIN + "get-access-point-policy.json", POLICY);

        assertThat(exports.facts(PolicyAttachment.class))
                .extracting(PolicyAttachment::target)
                .containsExactly(POINT);
    }

    @Test
    void one_page_of_a_list_is_not_all() {
        list(REGION, "eu-central-1", ", \"NextToken\": \"more\"");

        assertThat(exports.coverage(Topic.ACCESS_POINTS, "111122223333"))
                .isEqualTo("PARTIAL the list is one page of several; list them all");
    }

    @Test
    void a_region_with_buckets_whose_access_points_nobody_listed_is_a_gap() {
        list();
        exports.file("aws/111122223333/s3/list-buckets.json", """
                {"Buckets": [{"Name": "models", "BucketRegion": "eu-central-1"}, {"Name": "far", "BucketRegion": "eu-west-1"}],
                 "Owner": {"ID": "own"}}""");

        assertThat(exports.coverage(Topic.ACCESS_POINTS, "111122223333"))
                .isEqualTo("PARTIAL not read: `list-access-points` in eu-west-1");
    }

    @Test
    void an_account_without_access_points_is_covered() {
        exports.file("aws/111122223333/s3control/list-access-points.json", "{\"AccessPointList\": []}");

        assertThat(exports.coverage(Topic.ACCESS_POINTS, "111122223333")).isEqualTo("COMPLETE");
    }
}
