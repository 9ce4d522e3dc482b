package dev.ullage.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ullage.access.Decision;
import dev.ullage.access.Ruling;
import org.junit.jupiter.api.Test;

class GcpCaseTest {

    private static final String OPEN_BUCKET = "'ublaEnabled':true,'publicAccessPrevention':'inherited'";
    private static final String READS = "{'role':'roles/storage.objectViewer','members':['user:ana@acme.example']%s}";

    /** A case in which Ana asks to read an object; {@code fields} begin with a comma. */
    private static Decision decide(String fields) throws MalformedCaseException, JsonProcessingException {
        var text = ("{'name':'n','cloud':'gcp','principal':'user:ana@acme.example','permission':'storage.objects.get',"
                        + "'resource':'//storage.googleapis.com/projects/_/buckets/b/objects/data/x'" + fields + "}")
                .replace('\'', '"')
                .replace('^', '\'');
        return new Simulator().decide(new ObjectMapper().readTree(text));
    }

    private static Ruling ruling(String fields) throws MalformedCaseException, JsonProcessingException {
        return decide(fields).ruling();
    }

    private static String hierarchy(String projectFields) {
        return ",'hierarchy':[{'name':'organizations/1'},{'name':'projects/p'" + projectFields + "}]";
    }

    private static String bucket(String bindings, String fields) {
        return ",'bucket':{'iamPolicy':{'bindings':[" + bindings + "]}," + fields + "}";
    }

    private static String when(String condition) {
        return READS.formatted(",'condition':{'title':'t','expression':'" + condition + "'}");
    }

    @Test
    void a_binding_on_the_bucket_allows_and_is_cited() throws Exception {
        var decision = decide(hierarchy("") + bucket(READS.formatted(""), OPEN_BUCKET));

        assertThat(decision.ruling()).isEqualTo(Ruling.ALLOWED);
        assertThat(decision.deciding().toString())
                .contains("user:ana@acme.example has roles/storage.objectViewer on gs://b")
                .contains("case#/bucket/iamPolicy/bindings/0/members/0");
    }

    @Test
    void what_nobody_gives_is_refused_and_it_is_said_that_no_binding_does() throws Exception {
        var decision = decide(hierarchy("") + bucket("", OPEN_BUCKET));

        assertThat(decision.ruling()).isEqualTo(Ruling.IMPLICIT_DENY);
        assertThat(decision.deciding().toString())
                .contains("no binding gives user:ana@acme.example storage.objects.get on gs://b/data/x or above it");
    }

    @Test
    void a_condition_is_evaluated_at_the_time_of_the_case() throws Exception {
        var until = hierarchy("") + bucket(when("request.time < timestamp(^2026-12-01T00:00:00Z^)"), OPEN_BUCKET);

        assertThat(ruling(until + ",'time':'2026-11-01T00:00:00Z'")).isEqualTo(Ruling.ALLOWED);
        assertThat(ruling(until + ",'time':'2026-12-01T00:00:00Z'")).isEqualTo(Ruling.IMPLICIT_DENY);
        assertThat(decide(until).residual()).containsExactly("request.time < timestamp(\"2026-12-01T00:00:00Z\")");
    }

    @Test
    void a_condition_that_is_false_is_told_as_the_reason() throws Exception {
        var decision = decide(hierarchy("") + bucket(when("resource.name.endsWith(^.bin^)"), OPEN_BUCKET));

        assertThat(decision.ruling()).isEqualTo(Ruling.IMPLICIT_DENY);
        assertThat(decision.deciding().toString()).contains("if `resource.name.endsWith('.bin')`, which is false");
    }

    @Test
    void tags_and_api_attributes_come_from_the_context() throws Exception {
        var tagged = hierarchy("") + bucket(when("resource.matchTag(^1/env^, ^prod^)"), OPEN_BUCKET);

        assertThat(ruling(tagged)).isEqualTo(Ruling.UNKNOWN);
        assertThat(ruling(tagged + ",'context':{'resource.tags':{'1/env':'prod'}}"))
                .isEqualTo(Ruling.ALLOWED);
        assertThat(ruling(tagged + ",'context':{'resource.tags':{}}")).isEqualTo(Ruling.IMPLICIT_DENY);
    }

    @Test
    void a_deny_policy_wins_and_is_cited() throws Exception {
        var denying =
                ",'allowPolicy':{'bindings':[" + READS.formatted("") + "]},'denyPolicies':[{'name':'guard','rules':[{"
                        + "'denyRule':{'deniedPrincipals':['principalSet://goog/group/ml@acme.example'],"
                        + "'deniedPermissions':['storage.googleapis.com/objects.*']}}]}]";
        var decision = decide(hierarchy(denying) + bucket("", OPEN_BUCKET)
                + ",'groups':{'ml@acme.example':['user:ana@acme.example']}");

        assertThat(decision.ruling()).isEqualTo(Ruling.EXPLICIT_DENY);
        assertThat(decision.deciding().toString()).contains("deny policy guard on projects/p denies it");
        assertThat(ruling(hierarchy(denying) + bucket("", OPEN_BUCKET))).isEqualTo(Ruling.UNKNOWN);
        assertThat(ruling(hierarchy(denying) + bucket("", OPEN_BUCKET) + ",'groups':{'ml@acme.example':[]}"))
                .isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void a_denial_that_may_apply_to_what_nobody_allows_changes_nothing() throws Exception {
        var denying = ",'denyPolicies':[{'rules':[{'denyRule':{'deniedPrincipals':["
                + "'principalSet://goog/cloudIdentityCustomerId/C1'],'deniedPermissions':['storage.googleapis.com/*.*']}}]}]";

        assertThat(ruling(hierarchy(denying) + bucket("", OPEN_BUCKET))).isEqualTo(Ruling.IMPLICIT_DENY);
    }

    @Test
    void a_boundary_keeps_a_service_account_at_home() throws Exception {
        var boundary =
                ",'principal':'serviceAccount:t@p.iam.gserviceaccount.com','principalAccessBoundaries':[{'name':'home',"
                        + "'binding':{'principalSet':'//cloudresourcemanager.googleapis.com/projects/p'},'details':{"
                        + "'enforcementVersion':'%s','rules':[{'resources':['//cloudresourcemanager.googleapis.com/%s'],"
                        + "'effect':'ALLOW'}]}}]";
        var open = hierarchy("")
                + bucket(
                        "{'role':'roles/storage.objectAdmin','members':['serviceAccount:t@p.iam.gserviceaccount.com']}",
                        OPEN_BUCKET);

        assertThat(ruling(open + boundary.formatted("1", "organizations/1"))).isEqualTo(Ruling.ALLOWED);
        assertThat(ruling(open + boundary.formatted("1", "folders/2"))).isEqualTo(Ruling.IMPLICIT_DENY);
        assertThat(ruling(open + boundary.formatted("1", "folders/2") + ",'permission':'storage.objects.create'"))
                .isEqualTo(Ruling.ALLOWED);
        assertThat(ruling(open + boundary.formatted("2", "folders/2") + ",'permission':'storage.objects.create'"))
                .isEqualTo(Ruling.IMPLICIT_DENY);
    }

    @Test
    void everybody_reads_a_public_object_unless_prevented() throws Exception {
        var everybody = "{'role':'roles/storage.objectViewer','members':['allUsers']}";

        assertThat(ruling(hierarchy("") + bucket(everybody, OPEN_BUCKET))).isEqualTo(Ruling.ALLOWED);
        assertThat(decide(hierarchy("") + bucket(everybody, "'ublaEnabled':true,'publicAccessPrevention':'enforced'"))
                        .deciding()
                        .toString())
                .contains("but public access prevention is enforced on gs://b");
    }

    @Test
    void an_acl_counts_only_without_uniform_access() throws Exception {
        var acl =
                "'objectAcl':[{'entity':'user-ana@acme.example','role':'READER'}],'publicAccessPrevention':'inherited'";

        assertThat(ruling(hierarchy("") + bucket("", acl + ",'ublaEnabled':false")))
                .isEqualTo(Ruling.ALLOWED);
        assertThat(ruling(hierarchy("") + bucket("", acl + ",'ublaEnabled':true")))
                .isEqualTo(Ruling.IMPLICIT_DENY);
        assertThat(ruling(hierarchy("") + bucket("", acl))).isEqualTo(Ruling.UNKNOWN);
    }

    @Test
    void a_managed_folder_gives_what_lies_below_it() throws Exception {
        var folder =
                ",'bucket':{" + OPEN_BUCKET + ",'managedFolders':{'%s':{'bindings':[" + READS.formatted("") + "]}}}";

        assertThat(ruling(hierarchy("") + folder.formatted("data/"))).isEqualTo(Ruling.ALLOWED);
        assertThat(ruling(hierarchy("") + folder.formatted("dat/"))).isEqualTo(Ruling.IMPLICIT_DENY);
    }

    @Test
    void a_role_that_the_case_describes_is_what_the_case_says() throws Exception {
        var mystery = bucket("{'role':'projects/p/roles/r','members':['user:ana@acme.example']}", OPEN_BUCKET);

        assertThat(ruling(hierarchy("") + mystery)).isEqualTo(Ruling.UNKNOWN);
        assertThat(ruling(hierarchy("") + mystery + ",'roles':{'projects/p/roles/r':['storage.objects.get']}"))
                .isEqualTo(Ruling.ALLOWED);
        assertThat(ruling(hierarchy("") + mystery + ",'roles':{'projects/p/roles/r':[]}"))
                .isEqualTo(Ruling.IMPLICIT_DENY);
    }

    @Test
    void all_problems_of_a_case_are_told_at_once_with_their_places() {
        var malformed = catchThrowableOfType(
                MalformedCaseException.class,
                () -> decide(",'hierachy':[],'time':'noon','bucket':{'acl':{},'ublaEnabled':'yes'},"
                        + "'hierarchy':[{'name':'p','allowPolicy':{'bindings':[{'members':[7]}]}}]"));

        assertThat(malformed.problems())
                .containsExactlyInAnyOrder(
                        "/hierachy: unknown field; known: bucket, cloud, context, groups, hierarchy, name, permission,"
                                + " principal, principalAccessBoundaries, resource, roles, time",
                        "/hierarchy/0/name: is not `projects/…`, `folders/…` or `organizations/…`",
                        "/hierarchy/0/allowPolicy/bindings/0/role: is missing; it is a text",
                        "/hierarchy/0/allowPolicy/bindings/0/members/0: is not a text",
                        "/bucket/acl: is not a list",
                        "/bucket/ublaEnabled: is neither `true` nor `false`",
                        "/time: is no time such as 2026-01-31T00:00:00Z");
    }
}
