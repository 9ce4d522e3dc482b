package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Membership;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudIdentityReaderTest {

    private static final String GROUP = """
            {"name":"groups/g1","groupKey":{"id":"ml@acme.example"},"displayName":"ML","createTime":"2023-01-09T09:30:41.7Z"}""";

    @TempDir
    Path root;

    private GcpFolder folder;

    @BeforeEach
    void folder() {
        folder = new GcpFolder(root);
    }

    @Test
    void a_group_is_a_principal() {
        folder.file("g.json", GROUP);

        assertThat(folder.all(Principal.class))
                .extracting(Principal::id, Principal::kind, Principal::name, Principal::created)
                .containsExactly(Tuple.tuple(
                        "group:ml@acme.example", PrincipalKind.GROUP, "ML", Instant.parse("2023-01-09T09:30:41.7Z")));
    }

    @Test
    void members_are_joined_to_the_address_of_their_group_wherever_it_stands() {
        folder.file(
                "a.json",
                "[" + member("USER", "ana@acme.example") + "," + member("GROUP", "nested@acme.example") + ","
                        + member("SERVICE_ACCOUNT", "t@p.iam.gserviceaccount.com") + "]");
        folder.file("z.json", "{\"groups\":[" + GROUP + "]}");

        assertThat(members())
                .containsExactly(
                        "group:ml@acme.example > user:ana@acme.example",
                        "group:ml@acme.example > group:nested@acme.example",
                        "group:ml@acme.example > serviceAccount:t@p.iam.gserviceaccount.com");
        assertThat(folder.coverage(Topic.GROUP_MEMBERSHIPS)).containsExactly("group:ml@acme.example COMPLETE");
    }

    @Test
    void a_file_called_by_the_groups_address_says_which_group_it_is() {
        folder.file("groups/ml@acme.example.json", "[" + member("USER", "ana@acme.example") + "]");

        assertThat(members()).containsExactly("group:ml@acme.example > user:ana@acme.example");
        assertThat(folder.coverage(Topic.GROUP_MEMBERSHIPS)).containsExactly("group:ml@acme.example COMPLETE");
    }

    @Test
    void a_group_whose_address_is_nowhere_is_not_known() {
        folder.file("a.json", "[" + member("USER", "ana@acme.example") + "]");

        assertThat(folder.coverage(Topic.GROUP_MEMBERSHIPS))
                .containsExactly("groups/g1 PARTIAL the group's address is not in the input; add the output of `gcloud"
                        + " identity groups describe`");
    }

    @Test
    void a_short_listing_leaves_open_which_members_are_groups() {
        folder.file(
                "a.json",
                GROUP + "[" + member("", "ana@acme.example") + "," + member("", "t@p.iam.gserviceaccount.com") + "]");

        assertThat(members())
                .containsExactly(
                        "group:ml@acme.example > user:ana@acme.example",
                        "group:ml@acme.example > serviceAccount:t@p.iam.gserviceaccount.com");
        assertThat(folder.coverage(Topic.GROUP_MEMBERSHIPS))
                .containsExactly("group:ml@acme.example PARTIAL the listing does not say which members are groups; list"
                        + " with `--view=full`");
    }

    @Test
    void an_address_that_only_ends_like_a_service_accounts_is_not_one() {
        folder.file("a.json", GROUP + "[" + member("", "x@evilgserviceaccount.com") + "]");

        assertThat(members()).containsExactly("group:ml@acme.example > user:x@evilgserviceaccount.com");
    }

    private java.util.List<String> members() {
        return folder.all(Membership.class).stream()
                .map(membership -> membership.group() + " > " + membership.member())
                .toList();
    }

    private static String member(String type, String id) {
        return "{\"name\":\"groups/g1/memberships/" + id.hashCode() + "\",\"preferredMemberKey\":{\"id\":\"" + id
                + "\"}" + (type.isEmpty() ? "" : ",\"type\":\"" + type + "\"") + "}";
    }
}
