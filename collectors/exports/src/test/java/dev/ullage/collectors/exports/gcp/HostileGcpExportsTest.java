package dev.ullage.collectors.exports.gcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Bucket;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Laws of all GCP readers together, on input that was cut, bent or renamed. */
class HostileGcpExportsTest {

    /** One record of every kind, each valid. */
    private static final List<String> RECORDS = List.of(GcpFolder.PROJECT, """
            {"name":"//storage.googleapis.com/b","asset_type":"storage.googleapis.com/Bucket","ancestors":["projects/123","organizations/1"],\
            "iam_policy":{"etag":"x","bindings":[{"role":"roles/x","members":["allUsers"],"condition":{"expression":"true"}}]}}
            """, """
            {"name":"//storage.googleapis.com/b","assetType":"storage.googleapis.com/Bucket","ancestors":["projects/123"],\
            "resource":{"data":{"name":"b","projectNumber":"123","acl":[{"entity":"allUsers","role":"READER"}]}}}
            """, """
            {"name":"//iam.googleapis.com/projects/p/serviceAccounts/1/keys/k","asset_type":"iam.googleapis.com/ServiceAccountKey",\
            "resource":{"data":{"name":"projects/p/serviceAccounts/t@p.iam.gserviceaccount.com/keys/k","keyType":"USER_MANAGED"}}}
            """, """
            {"name":"//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/g",\
            "asset_type":"iam.googleapis.com/WorkloadIdentityPoolProvider","ancestors":["projects/1"],"resource":{"data":{\
            "name":"projects/1/locations/global/workloadIdentityPools/p/providers/g","attributeMapping":{"a":"b"}}}}
            """, """
            {"name":"policies/cloudresourcemanager.googleapis.com%2Fprojects%2F123/denypolicies/d","rules":[{"denyRule":{\
            "deniedPermissions":["storage.googleapis.com/objects.get"],"denialCondition":{"expression":"true"}}}]}
            """, """
            {"kind":"storage#object","bucket":"b","name":"o","acl":[{"entity":"allUsers","role":"READER"}],"owner":{"entity":"x"}}
            """, """
            {"name":"groups/g/memberships/m","preferredMemberKey":{"id":"ana@acme.example"},"type":"USER"}
            """, """
            {"logName":"projects/123/logs/cloudaudit.googleapis.com%2Fdata_access","timestamp":"2026-10-02T00:00:00Z","insertId":"i",\
            "protoPayload":{"serviceName":"storage.googleapis.com","methodName":"storage.objects.get","authenticationInfo":{},\
            "authorizationInfo":[{"granted":true,"permission":"storage.objects.get","resource":"projects/_/buckets/b/objects/a/b"}]}}
            """, """
            {"accessId":"GOOG1","serviceAccountEmail":"t@p.iam.gserviceaccount.com","state":"ACTIVE","timeCreated":"2026-10-02T00:00:00Z"}
            """);

    private static final List<String> REPLACEMENTS =
            List.of("null", "{}", "[]", "1", "true", "\"\"", "[[[]]]", "{\"a\":null}", "1e400", "-0", "\"\\u0000\"");

    private Path root = Path.of(".");

    @BeforeProperty
    void folder() throws IOException {
        root = Files.createTempDirectory("hostile");
    }

    @AfterProperty
    void clear() throws IOException {
        for (var name : new TreeSet<>(List.of("bad", "good"))) {
            Files.deleteIfExists(root.resolve(name));
        }
        Files.delete(root);
    }

    @Property(tries = 100)
    void a_file_that_is_cut_anywhere_never_costs_another_and_is_never_taken_for_whole(
            @ForAll @IntRange(max = 9) int record, @ForAll @IntRange(min = 1, max = 700) int cut) throws IOException {
        var whole = RECORDS.get(record).strip().getBytes(UTF_8);
        int length = Math.min(cut, whole.length - 1);
        write("bad", Arrays.copyOf(whole, length));

        var facts = readBeside("good");

        assertThat(facts).filteredOn(Bucket.class::isInstance).hasSize(1);
        assertThat(facts)
                .anyMatch(fact -> fact instanceof Coverage coverage
                        && coverage.source().file().equals("bad")
                        && coverage.status() == CoverageStatus.PARTIAL);
    }

    @Property(tries = 200)
    void a_value_of_another_type_never_ends_the_run(
            @ForAll @IntRange(max = 9) int record,
            @ForAll @IntRange(max = 40) int place,
            @ForAll @IntRange(max = 10) int replacement)
            throws IOException {
        write(
                "bad",
                bend(RECORDS.get(record), place, REPLACEMENTS.get(replacement)).getBytes(UTF_8));

        assertThat(readBeside("good"))
                .filteredOn(fact -> fact.source().file().equals("good"))
                .isNotEmpty();
    }

    @Property(tries = 100)
    void a_byte_of_another_value_never_ends_the_run(
            @ForAll @IntRange(max = 9) int record,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 700) Integer> places,
            @ForAll byte value)
            throws IOException {
        var bytes = RECORDS.get(record).getBytes(UTF_8);
        places.forEach(place -> bytes[place % bytes.length] = value);
        write("bad", bytes);

        assertThat(readBeside("good"))
                .filteredOn(fact -> fact.source().file().equals("good"))
                .isNotEmpty();
    }

    @Property(tries = 20)
    void files_of_other_names_and_in_another_order_say_the_same(@ForAll long seed) throws IOException {
        var shuffled = new ArrayList<>(RECORDS);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(said(shuffled)).isEqualTo(said(RECORDS));
    }

    private List<Fact> readBeside(String name) throws IOException {
        write(name, "{\"kind\":\"storage#bucket\",\"name\":\"other\",\"projectNumber\":\"7\"}".getBytes(UTF_8));
        return new GcpFolder(root)
                .read().facts().stream()
                        .filter(fact ->
                                !(fact instanceof Bucket bucket) || bucket.id().equals("gs://other"))
                        .toList();
    }

    /** All facts without their sources, each file holding one record. */
    private List<String> said(List<String> records) throws IOException {
        for (int i = 0; i < records.size(); i++) {
            write("f" + i, records.get(i).getBytes(UTF_8));
        }
        var said = new GcpFolder(root)
                .read().facts().stream()
                        .map(fact -> fact.toString().replaceAll("source=f\\d+", "source=f"))
                        .sorted()
                        .toList();
        for (int i = 0; i < records.size(); i++) {
            Files.delete(root.resolve("f" + i));
        }
        return said;
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(root.resolve(name), content);
    }

    /** Replaces the value after some colon or opening bracket. */
    private static String bend(String record, int place, String replacement) {
        var starts = new ArrayList<Integer>();
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            if (record.charAt(i) == '"') {
                quoted = !quoted;
            } else if (!quoted && (record.charAt(i) == ':' || record.charAt(i) == '[')) {
                starts.add(i + 1);
            }
        }
        int start = starts.get(place % starts.size());
        return record.substring(0, start) + replacement + record.substring(end(record, start));
    }

    private static int end(String record, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < record.length(); i++) {
            char c = record.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[')) {
                depth++;
            } else if (!quoted && (c == '}' || c == ']' || c == ',') && depth == 0) {
                return i;
            } else if (!quoted && (c == '}' || c == ']')) {
                depth--;
            }
        }
        return record.length();
    }
}
