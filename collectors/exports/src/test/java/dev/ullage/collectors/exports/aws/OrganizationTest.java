package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganizationTest {

    private static final String ARN = "arn:aws:organizations::999988887777:";
    private static final String ORGANIZATION = "o-acmeexample";
    private static final String UNIT = "ou-ab12-11111111";
    private static final String DENY = "p-deny1234";

    private Exports exports;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    @Test
    void the_organisation_says_which_account_manages_it() {
        organization();

        assertThat(exports.facts(dev.ullage.model.Setting.class))
                .extracting(setting -> setting.resource() + " " + setting.name() + " " + setting.value())
                .containsExactly("o-acmeexample MANAGEMENT_ACCOUNT 999988887777");
    }

    private OrganizationTest organization() {
        exports.file(
                "org/describe-organization.json",
                "{\"Organization\": {\"Id\": \"o-acmeexample\", \"Arn\": \"" + ARN
                        + "organization/o-acmeexample\", \"FeatureSet\": \"ALL\", \"MasterAccountId\": \"999988887777\"}}");
        return this;
    }

    private OrganizationTest roots(String... enabledTypes) {
        var types = java.util.stream.Stream.of(enabledTypes)
                .map(type -> "{\"Type\": \"" + type + "\", \"Status\": \"ENABLED\"}")
                .collect(java.util.stream.Collectors.joining(","));
        exports.file(
                "org/list-roots.json",
                "{\"Roots\": [{\"Id\": \"r-ab12\", \"Arn\": \"" + ARN
                        + "root/o-acmeexample/r-ab12\", \"Name\": \"Root\", \"PolicyTypes\": [" + types + "]}]}");
        return this;
    }

    private OrganizationTest units() {
        exports.file(
                "org/units.r-ab12.json",
                "{\"OrganizationalUnits\": [{\"Id\": \"" + UNIT + "\", \"Arn\": \"" + ARN + "ou/o-acmeexample/" + UNIT
                        + "\", \"Name\": \"ML\"}]}");
        return this;
    }

    private OrganizationTest accounts() {
        exports.file(
                "org/list-accounts.json",
                "{\"Accounts\": [{\"Id\": \"111122223333\", \"Arn\": \"" + ARN
                        + "account/o-acmeexample/111122223333\", \"Name\": \"ml-prod\", \"Email\": \"a@acme.example\","
                        + " \"Status\": \"ACTIVE\", \"JoinedTimestamp\": 1481835795.536}]}");
        return this;
    }

    private OrganizationTest parentOfAccount() {
        exports.file(
                "org/parents/111122223333.json",
                "{\"Parents\": [{\"Id\": \"" + UNIT + "\", \"Type\": \"ORGANIZATIONAL_UNIT\"}]}");
        return this;
    }

    private OrganizationTest policies(String type, String... ids) {
        var list = java.util.stream.Stream.of(ids)
                .map(id -> summary(id, type))
                .collect(java.util.stream.Collectors.joining(","));
        exports.file("org/list-" + type + ".json", "{\"Policies\": [" + list + "]}");
        return this;
    }

    private static String summary(String id, String type) {
        return "{\"Id\": \"" + id + "\", \"Arn\": \"" + ARN + "policy/o-acmeexample/service_control_policy/" + id
                + "\", \"Name\": \"Name of " + id + "\", \"Description\": \"\", \"Type\": \"" + type
                + "\", \"AwsManaged\": false}";
    }

    private OrganizationTest policy(String id, String type) {
        exports.file(
                "org/policy-" + id + ".json",
                "{\"Policy\": {\"PolicySummary\": " + summary(id, type) + ", \"Content\": \"{\\\"Version\\\":"
                        + " \\\"2012-10-17\\\", \\\"Statement\\\": [{\\\"Effect\\\": \\\"Deny\\\", \\\"Action\\\":"
                        + " \\\"s3:PutBucketAcl\\\", \\\"Resource\\\": \\\"*\\\"}]}\"}}");
        return this;
    }

    private OrganizationTest targets(String id, String target) {
        exports.file(
                "org/targets." + id + ".json",
                "{\"Targets\": [{\"TargetId\": \"" + target + "\", \"Arn\": \"x\", \"Name\": \"x\", \"Type\":"
                        + " \"ACCOUNT\"}]}");
        return this;
    }

    @Test
    void the_tree_is_put_together_from_its_parts() {
        organization().roots().units().accounts().parentOfAccount();

        assertThat(exports.facts(Container.class))
                .extracting(Container::id, Container::kind, Container::name, Container::parent)
                .containsExactly(
                        tuple("111122223333", ContainerKind.ACCOUNT, "ml-prod", UNIT),
                        tuple(ORGANIZATION, ContainerKind.ORGANIZATION, ORGANIZATION, null),
                        tuple(UNIT, ContainerKind.ORGANIZATIONAL_UNIT, "ML", "r-ab12"),
                        tuple("r-ab12", ContainerKind.ORGANIZATIONAL_UNIT, "Root", ORGANIZATION));
        assertThat(exports.coverage(Topic.HIERARCHY, ORGANIZATION)).isEqualTo("COMPLETE");
    }

    @Test
    void an_account_whose_parent_is_not_known_leaves_the_tree_partial() {
        organization().roots().units().accounts();

        assertThat(exports.coverage(Topic.HIERARCHY, ORGANIZATION))
                .isEqualTo("PARTIAL not read: `list-parents` of 111122223333");
    }

    @Test
    void an_account_that_iam_files_name_too_is_given_once() {
        organization().accounts();
        exports.file("iam.json", Exports.resource("authorization-details.json"));

        assertThat(exports.facts(Container.class))
                .filteredOn(container -> container.kind() == ContainerKind.ACCOUNT)
                .extracting(Container::name)
                .containsExactly("ml-prod");
    }

    @Test
    void the_accounts_of_one_parent_are_not_all_accounts() {
        organization().roots().units();
        exports.file(
                "org/list-accounts-for-parent." + UNIT + ".json",
                "{\"Accounts\": [{\"Id\": \"111122223333\", \"Arn\": \"" + ARN
                        + "account/o-acmeexample/111122223333\", \"Name\": \"ml-prod\"}]}");

        assertThat(exports.facts(Container.class))
                .filteredOn(container -> container.id().equals("111122223333"))
                .extracting(Container::parent)
                .containsExactly(UNIT);
        assertThat(exports.coverage(Topic.HIERARCHY, ORGANIZATION)).isEqualTo("PARTIAL not read: `list-accounts`");
    }

    @Test
    void parents_of_nobody_knows_whom_are_told() {
        exports.file("parents.json", "{\"Parents\": [{\"Id\": \"r-ab12\", \"Type\": \"ROOT\"}]}");

        assertThat(exports.problem("parents.json")).contains("does not say what it was asked about");
    }

    @Test
    void a_control_policy_is_attached_to_its_target_by_its_kind() {
        organization()
                .policies("SERVICE_CONTROL_POLICY", DENY)
                .policy(DENY, "SERVICE_CONTROL_POLICY")
                .targets(DENY, "111122223333");

        assertThat(exports.fact(PolicyAttachment.class))
                .extracting(PolicyAttachment::target, PolicyAttachment::policy, PolicyAttachment::kind)
                .containsExactly("111122223333", DENY, AttachmentKind.SERVICE_CONTROL);
        var document = exports.fact(PolicyDocument.class);
        assertThat(document.id()).isEqualTo(DENY);
        assertThat(document.name()).isEqualTo("Name of " + DENY);
        assertThat(document.statements()).hasSize(1);
        assertThat(document.problems()).isEmpty();
    }

    @Test
    void a_resource_control_policy_is_of_its_own_kind() {
        organization().policy(DENY, "RESOURCE_CONTROL_POLICY").targets(DENY, "r-ab12");

        assertThat(exports.fact(PolicyAttachment.class).kind()).isEqualTo(AttachmentKind.RESOURCE_CONTROL);
    }

    @Test
    void control_policies_are_covered_when_texts_and_targets_of_all_listed_are_read() {
        organization()
                .roots("SERVICE_CONTROL_POLICY")
                .policies("SERVICE_CONTROL_POLICY", DENY)
                .policy(DENY, "SERVICE_CONTROL_POLICY")
                .targets(DENY, "111122223333");

        assertThat(exports.coverage(Topic.CONTROL_POLICIES, ORGANIZATION)).isEqualTo("COMPLETE");
    }

    @Test
    void a_listed_policy_without_text_or_targets_is_a_gap() {
        organization().roots("SERVICE_CONTROL_POLICY").policies("SERVICE_CONTROL_POLICY", DENY);

        assertThat(exports.coverage(Topic.CONTROL_POLICIES, ORGANIZATION))
                .isEqualTo(
                        "PARTIAL not read: `describe-policy` of p-deny1234, `list-targets-for-policy` of p-deny1234");
    }

    @Test
    void a_kind_of_policy_that_may_be_in_use_and_was_not_listed_is_a_gap() {
        organization()
                .policies("SERVICE_CONTROL_POLICY", DENY)
                .policy(DENY, "SERVICE_CONTROL_POLICY")
                .targets(DENY, "111122223333");

        assertThat(exports.coverage(Topic.CONTROL_POLICIES, ORGANIZATION))
                .isEqualTo("PARTIAL not read: `list-policies --filter RESOURCE_CONTROL_POLICY`");
    }

    @Test
    void a_policy_that_grants_and_denies_nothing_is_passed_over() {
        organization().policies("TAG_POLICY", "p-tags1234").policy("p-tags1234", "TAG_POLICY");

        assertThat(exports.facts(PolicyDocument.class)).isEmpty();
        assertThat(exports.coverage(Topic.CONTROL_POLICIES, ORGANIZATION)).isEmpty();
    }

    @Test
    void the_policies_of_one_target_are_not_all_policies() {
        exports.file(
                "org/list-policies-for-target.json",
                "{\"Policies\": [" + summary(DENY, "SERVICE_CONTROL_POLICY") + "]}");

        assertThat(exports.problem("org/list-policies-for-target.json")).contains("lists the policies of one target");
    }

    @Test
    void one_page_of_a_list_is_told() {
        exports.file(
                "org/list-policies.json",
                "{\"Policies\": [" + summary(DENY, "SERVICE_CONTROL_POLICY") + "], \"NextToken\": \"x\"}");

        assertThat(exports.problem("org/list-policies.json")).contains("is one page of several");
    }

    @Test
    void targets_of_nobody_knows_which_policy_are_told() {
        exports.file("targets.json", "{\"Targets\": [{\"TargetId\": \"r-ab12\"}]}");

        assertThat(exports.problem("targets.json")).contains("does not say which policy it was asked about");
    }
}
