package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role whose only way to the data is an access point, from the files that the AWS command line writes to the answer. */
final class AccessPointExportTest {

    private static final String TRAIN = "arn:aws:iam::111122223333:role/train";

    @TempDir
    private Path estate;

    @BeforeEach
    void exports() throws IOException {
        file("iam/get-account-authorization-details.json", """
                {"UserDetailList": [], "GroupDetailList": [], "Policies": [], "RoleDetailList": [{"Path": "/", "RoleName": "train",
                 "RoleId": "AROAIGYOUS4MA3BDCFJ2Y", "Arn": "arn:aws:iam::111122223333:role/train",
                 "CreateDate": "2026-01-01T00:00:00+00:00", "InstanceProfileList": [], "AttachedManagedPolicies": [],
                 "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                  "Principal": {"Service": "sagemaker.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
                 "RolePolicyList": [{"PolicyName": "data", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
                  {"Sid": "ByThePoint", "Effect": "Allow", "Action": "s3:GetObject",
                   "Resource": "arn:aws:s3:eu-west-1:111122223333:accesspoint/train/object/sets/*"}]}}]}]}
                """);
        file("s3/list-buckets.json", """
                {"Buckets": [{"Name": "models", "CreationDate": "2026-01-01T00:00:00+00:00"}], "Owner": {"ID": "%s"}}
                """.formatted("a1".repeat(32)));
        file("s3/models/get-bucket-location.json", "{\"LocationConstraint\": \"eu-west-1\"}");
        file("s3/models/get-bucket-ownership-controls.json", """
                {"OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}}
                """);
        policy("s3/models/get-bucket-policy.json", """
                {"Version": "2012-10-17", "Statement": [{"Sid": "LeftToPoints", "Effect": "Allow", "Principal": {"AWS": "*"},
                 "Action": "s3:*", "Resource": ["arn:aws:s3:::models", "arn:aws:s3:::models/*"],
                 "Condition": {"StringEquals": {"s3:DataAccessPointAccount": "111122223333"}}}]}
                """);
        file("s3control/eu-west-1/list-access-points.json", """
                {"AccessPointList": [{"Name": "train", "NetworkOrigin": "Internet", "Bucket": "models",
                 "AccessPointArn": "arn:aws:s3:eu-west-1:111122223333:accesspoint/train",
                 "Alias": "train-abc-s3alias", "BucketAccountId": "111122223333"}]}
                """);
        file("s3control/eu-west-1/access-points/train/get-access-point-policy.json", """
                An error occurred (NoSuchAccessPointPolicy) when calling the GetAccessPointPolicy operation: none
                """);
    }

    private void file(String name, String text) throws IOException {
        var file = estate.resolve("aws/111122223333").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void policy(String name, String document) throws IOException {
        file(
                name,
                "{\"Policy\": \"%s\"}"
                        .formatted(document.strip().replace("\n", " ").replace("\"", "\\\"")));
    }

    private String ask(String... question) {
        var run = new CommandRun();
        var words = Arrays.copyOf(question, question.length + 2);
        words[question.length] = "--estate";
        words[question.length + 1] = estate.toString();
        run.run(words);
        return run.out();
    }

    @Test
    void who_can_read_names_the_role_and_the_access_point() {
        assertThat(ask("who-can", "read", "s3://models", "--why"))
                .contains("yes      " + TRAIN + "  s3://models/sets/*")
                .contains("access point arn:aws:s3:eu-west-1:111122223333:accesspoint/train leads to s3://models");
    }

    @Test
    void an_object_is_allowed_that_the_point_lets_through_and_no_other() {
        assertThat(ask("explain", TRAIN, "read", "s3://models/sets/1")).contains("\nallowed\n");
        assertThat(ask("explain", TRAIN, "read", "s3://models/keys/1")).doesNotContain("\nallowed\n");
    }
}
