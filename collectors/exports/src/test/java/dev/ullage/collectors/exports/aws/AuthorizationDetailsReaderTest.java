package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Membership;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorizationDetailsReaderTest {

    private static final String ACCOUNT = "111122223333";
    private static final String ANA = "arn:aws:iam::111122223333:user/people/ana";
    private static final String TRAINER = "arn:aws:iam::111122223333:role/trainer";
    private static final String TRAIN = "arn:aws:iam::111122223333:policy/train";

    private Exports exports;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    private Exports printed() {
        return exports.file("aws/iam.json", Exports.resource("authorization-details.json"));
    }

    @Test
    void a_user_keeps_boundary_tags_and_creation() {
        assertThat(printed().facts(Principal.class))
                .contains(new Principal(
                        Provider.AWS,
                        ANA,
                        PrincipalKind.USER,
                        ACCOUNT,
                        "ana",
                        Answer.YES,
                        Instant.parse("2024-03-04T09:10:11Z"),
                        null,
                        "arn:aws:iam::111122223333:policy/people-boundary",
                        new TreeMap<>(Map.of("team", "ml")),
                        new Source("aws/iam.json", 3, "/UserDetailList/0")));
    }

    @Test
    void the_last_use_of_a_role_is_its_last_activity() {
        assertThat(printed().facts(Principal.class))
                .filteredOn(principal -> principal.id().equals(TRAINER))
                .extracting(Principal::kind, Principal::lastActive)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(PrincipalKind.ROLE, Instant.parse("2026-11-18T21:22:23Z")));
    }

    @Test
    void a_membership_names_the_group_by_its_arn_with_path() {
        var membership = printed().fact(Membership.class);

        assertThat(membership.group()).isEqualTo("arn:aws:iam::111122223333:group/teams/ml-engineers");
        assertThat(membership.member()).isEqualTo(ANA);
        assertThat(membership.source().at()).isEqualTo("/UserDetailList/0/GroupList/0");
    }

    @Test
    void every_kind_of_attachment_is_there() {
        assertThat(printed().facts(PolicyAttachment.class))
                .extracting(PolicyAttachment::target, PolicyAttachment::policy, PolicyAttachment::kind)
                .containsExactlyInAnyOrder(
                        tuple(ANA, ANA + "#inline/own-notebooks", AttachmentKind.IDENTITY),
                        tuple(ANA, "arn:aws:iam::aws:policy/IAMUserChangePassword", AttachmentKind.IDENTITY),
                        tuple(ANA, "arn:aws:iam::111122223333:policy/people-boundary", AttachmentKind.BOUNDARY),
                        tuple("arn:aws:iam::111122223333:group/teams/ml-engineers", TRAIN, AttachmentKind.IDENTITY),
                        tuple(TRAINER, TRAINER + "#trust", AttachmentKind.TRUST),
                        tuple(TRAINER, TRAIN, AttachmentKind.IDENTITY));
    }

    @Test
    void only_the_default_version_of_a_managed_policy_is_read() {
        assertThat(printed().facts(PolicyDocument.class))
                .filteredOn(document -> document.id().equals(TRAIN))
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.name()).isEqualTo("train");
                    assertThat(document.statements()).hasSize(1);
                    assertThat(document.statements().get(0).actions()).containsExactly("s3:GetObject");
                });
    }

    @Test
    void a_policy_that_is_not_in_the_file_is_attached_all_the_same_and_stays_missing() {
        assertThat(printed().facts(PolicyDocument.class))
                .extracting(PolicyDocument::id)
                .doesNotContain("arn:aws:iam::aws:policy/IAMUserChangePassword");
    }

    @Test
    void a_managed_policy_without_its_default_version_has_a_problem() {
        exports.file("iam.json", """
                {"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": [], "Policies": [
                  {"PolicyName": "p", "Arn": "arn:aws:iam::111122223333:policy/p", "PolicyVersionList": [
                    {"VersionId": "v1", "IsDefaultVersion": false, "Document": {"Statement": []}}]}]}""");

        assertThat(exports.fact(PolicyDocument.class).problems())
                .containsExactly("the default version is not in the export; export the policy again");
    }

    @Test
    void a_policy_of_aws_that_two_accounts_use_is_given_once() {
        for (var account : java.util.List.of("111122223333", "444455556666")) {
            exports.file(account + "/iam.json", """
                    {"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": [], "Policies": [
                      {"PolicyName": "p", "Arn": "arn:aws:iam::aws:policy/p", "PolicyVersionList": [
                        {"VersionId": "v1", "IsDefaultVersion": true, "Document": {"Statement": []}}]}]}""");
        }

        assertThat(exports.facts(PolicyDocument.class)).hasSize(1);
    }

    @Test
    void a_document_in_percent_encoding_is_the_same_as_a_decoded_one() {
        var document = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
                + "\"Resource\":\"arn:aws:s3:::b/a b+c/*\"}]}";
        var encoded = URLEncoder.encode(document, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2B", "+");
        exports.file("iam.json", """
                {"UserDetailList": [], "GroupDetailList": [], "Policies": [], "RoleDetailList": [
                  {"RoleName": "r", "Arn": "arn:aws:iam::111122223333:role/r", "AssumeRolePolicyDocument": "%s"}]}""".formatted(encoded));

        assertThat(exports.fact(PolicyDocument.class).problems()).isEmpty();
        assertThat(exports.fact(PolicyDocument.class).statements().get(0).resources())
                .containsExactly("arn:aws:s3:::b/a b+c/*");
    }

    @Test
    void the_account_is_a_container_and_covered() {
        var account = printed().fact(Container.class);

        assertThat(account.id()).isEqualTo(ACCOUNT);
        assertThat(account.kind()).isEqualTo(ContainerKind.ACCOUNT);
        assertThat(exports.coverage(Topic.PRINCIPALS, ACCOUNT)).isEqualTo("COMPLETE");
        assertThat(exports.coverage(Topic.IAM_POLICIES, ACCOUNT)).isEqualTo("COMPLETE");
        assertThat(exports.coverage(Topic.GROUP_MEMBERSHIPS, ACCOUNT)).isEqualTo("COMPLETE");
    }

    @Test
    void an_answer_that_was_cut_into_pages_is_partial() {
        exports.file(
                "aws/iam.json",
                Exports.resource("authorization-details.json")
                        .replaceFirst("\\{", "{\"IsTruncated\": true, \"Marker\": \"ABC\","));

        assertThat(exports.coverage(Topic.PRINCIPALS, ACCOUNT)).isEqualTo("PARTIAL the export lacks further pages");
    }

    @Test
    void a_list_that_is_not_there_makes_it_partial() {
        exports.file(
                "111122223333/iam.json", "{\"UserDetailList\": [], \"RoleDetailList\": [], \"GroupDetailList\": []}");

        assertThat(exports.coverage(Topic.IAM_POLICIES, ACCOUNT)).isEqualTo("PARTIAL the export lacks `Policies`");
    }

    @Test
    void a_file_that_ends_too_soon_is_not_complete() {
        var whole = Exports.resource("authorization-details.json");
        exports.file("aws/iam.json", whole.substring(0, whole.indexOf("\"Policies\"")));

        assertThat(exports.coverage(Topic.PRINCIPALS, ACCOUNT)).isEmpty();
        assertThat(exports.coverage(Topic.PRINCIPALS, "*")).startsWith("PARTIAL aws/iam.json:");
    }

    @Test
    void a_user_without_an_arn_is_pointed_at() {
        exports.file("111122223333/iam.json", "{\"UserDetailList\": [{\"UserName\": \"x\"}]}");

        assertThat(exports.problem("111122223333/iam.json"))
                .isEqualTo("111122223333/iam.json:1:21: `Arn` is missing; export the file again (at"
                        + " `/UserDetailList/0/Arn`)");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
