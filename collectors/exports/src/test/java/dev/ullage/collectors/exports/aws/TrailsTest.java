package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Answer;
import dev.ullage.model.Topic;
import dev.ullage.model.Trail;
import dev.ullage.model.TrailSelector;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailsTest {

    private static final String MAIN = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main";
    private static final String FOLDER = "aws/111122223333/cloudtrail/";

    private Exports exports;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    private static String trail(String name, boolean ofOrganization) {
        return "{\"Name\": \"" + name + "\", \"S3BucketName\": \"acme-logs\", \"IsMultiRegionTrail\": true,"
                + " \"HomeRegion\": \"eu-west-1\", \"TrailARN\": \"arn:aws:cloudtrail:eu-west-1:111122223333:trail/"
                + name + "\", \"IsOrganizationTrail\": " + ofOrganization + "}";
    }

    private TrailsTest trails(String... trails) {
        exports.file(FOLDER + "trails.json", "{\"trailList\": [" + String.join(",", trails) + "]}");
        return this;
    }

    private TrailsTest status(String file) {
        exports.file(
                FOLDER + file,
                "{\"IsLogging\": true, \"LatestDeliveryTime\": \"2026-11-20T00:00:00+00:00\","
                        + " \"StartLoggingTime\": 1735689600.5}");
        return this;
    }

    private TrailsTest selectors(String json) {
        exports.file(FOLDER + "selectors.json", "{\"TrailARN\": \"" + MAIN + "\", " + json + "}");
        return this;
    }

    private static String advanced(String fields) {
        return "\"AdvancedEventSelectors\": [{\"Name\": \"x\", \"FieldSelectors\": ["
                + "{\"Field\": \"eventCategory\", \"Equals\": [\"Data\"]},"
                + "{\"Field\": \"resources.type\", \"Equals\": [\"AWS::S3::Object\"]}" + fields + "]}]";
    }

    @Test
    void a_trail_is_joined_from_list_status_and_selectors() {
        trails(trail("main", false)).status("main.status.json").selectors("""
                        "EventSelectors": [{"ReadWriteType": "WriteOnly", "IncludeManagementEvents": true, "DataResources": [
                          {"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::acme-models/"]},
                          {"Type": "AWS::Lambda::Function", "Values": ["arn:aws:lambda"]}]}]""");

        var trail = exports.fact(Trail.class);
        assertThat(trail.id()).isEqualTo(MAIN);
        assertThat(trail.container()).isEqualTo("111122223333");
        assertThat(trail.logging()).isEqualTo(Answer.YES);
        assertThat(trail.startedAt()).isEqualTo("2025-01-01T00:00:00.500Z");
        assertThat(trail.allRegions()).isTrue();
        assertThat(trail.selectors())
                .containsExactly(new TrailSelector(false, true, List.of("arn:aws:s3:::acme-models/")));
        assertThat(trail.selectorsRead()).isTrue();
        assertThat(exports.coverage(Topic.LOG_CONFIG, "111122223333")).isEqualTo("COMPLETE");
    }

    @Test
    void a_trail_without_status_or_selectors_is_not_known_to_record() {
        trails(trail("main", false));

        assertThat(exports.fact(Trail.class).logging()).isEqualTo(Answer.UNKNOWN);
        assertThat(exports.fact(Trail.class).selectorsRead()).isFalse();
        assertThat(exports.coverage(Topic.LOG_CONFIG, "111122223333"))
                .isEqualTo("PARTIAL not read: `get-trail-status` of " + MAIN + ", `get-event-selectors` of " + MAIN);
    }

    @Test
    void an_account_without_trails_is_covered() {
        trails();

        assertThat(exports.coverage(Topic.LOG_CONFIG, "111122223333")).isEqualTo("COMPLETE");
    }

    @Test
    void the_trail_of_an_organisation_belongs_to_the_organisation() {
        exports.file("org.json", "{\"Organization\": {\"Id\": \"o-acmeexample\"}}");
        trails(trail("main", true)).status("s.json").selectors("\"EventSelectors\": []");

        assertThat(exports.fact(Trail.class).container()).isEqualTo("o-acmeexample");
        assertThat(exports.coverage(Topic.LOG_CONFIG, "o-acmeexample")).isEqualTo("COMPLETE");
    }

    @Test
    void a_status_is_joined_by_the_name_of_its_folder() {
        trails(trail("main", false), trail("data", false)).status("data/status.json");

        assertThat(exports.facts(Trail.class)).extracting(Trail::logging).containsExactly(Answer.YES, Answer.UNKNOWN);
    }

    @Test
    void the_status_of_an_organisations_trail_may_lie_with_a_member() {
        exports.file("aws/444455556666/cloudtrail/trails.json", "{\"trailList\": [" + trail("main", true) + "]}");
        exports.file("aws/444455556666/cloudtrail/main/status.json", "{\"IsLogging\": true}");

        assertThat(exports.fact(Trail.class).logging()).isEqualTo(Answer.YES);
    }

    @Test
    void a_status_that_could_be_of_two_trails_is_of_none() {
        trails(trail("main", false), trail("data", false)).status("status.json");

        assertThat(exports.facts(Trail.class)).extracting(Trail::logging).containsOnly(Answer.UNKNOWN);
        assertThat(exports.coverage(Topic.LOG_CONFIG, "111122223333")).startsWith("PARTIAL");
    }

    @Test
    void an_advanced_selector_of_all_objects_records_everything() {
        trails(trail("main", false)).selectors(advanced(""));

        assertThat(exports.fact(Trail.class).selectors())
                .containsExactly(new TrailSelector(true, true, List.of("arn:aws:s3")));
    }

    @Test
    void an_advanced_selector_may_be_of_reads_below_a_prefix() {
        trails(trail("main", false)).selectors(advanced("""
                        ,{"Field": "readOnly", "Equals": ["true"]},
                        {"Field": "resources.ARN", "StartsWith": ["arn:aws:s3:::acme-models/"]}"""));

        assertThat(exports.fact(Trail.class).selectors())
                .containsExactly(new TrailSelector(true, false, List.of("arn:aws:s3:::acme-models/")));
        assertThat(exports.fact(Trail.class).selectorsRead()).isTrue();
    }

    @Test
    void a_selector_that_leaves_out_more_than_a_prefix_tells_proves_no_silence() {
        trails(trail("main", false)).selectors(advanced(",{\"Field\": \"eventName\", \"Equals\": [\"DeleteObject\"]}"));

        assertThat(exports.fact(Trail.class).selectors()).isEmpty();
        assertThat(exports.fact(Trail.class).selectorsRead()).isFalse();
    }

    @Test
    void a_prefix_with_an_exception_proves_no_silence() {
        trails(trail("main", false))
                .selectors(advanced(",{\"Field\": \"resources.ARN\", \"StartsWith\": [\"arn:aws:s3:::a/\"],"
                        + " \"NotStartsWith\": [\"arn:aws:s3:::a/tmp/\"]}"));

        assertThat(exports.fact(Trail.class).selectorsRead()).isFalse();
    }
}
